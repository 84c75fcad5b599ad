"""A sheet as a person sees it: what each cell shows, what is hidden, what is merged."""

from __future__ import annotations

from typing import Literal

import msgspec

from domain.refusal import RefusedError, refusal

Doubt = Literal[
    "",
    "cell_shown_otherwise",
    "cell_day_shown_in_part",
    "cell_is_day",
    "cell_is_yes_no",
    "cell_is_error",
    "cell_formula_without_value",
    "cell_old_letters",
    "cell_broken_letters",
]
"""The refusal of a cell of which it is not certain that it holds what it shows; empty where it does."""
Place = tuple[int, int]
"""A row and a column, counted from 1 as the program shows them."""

MOST_ROWS = 50_000
MOST_COLUMNS = 200
"""The last row and column in which a table may have a cell: a file of a kilobyte can have one in row 1,048,576."""
MOST_MERGED = 5_000
"""Merged cells of a sheet that are looked at."""


class Cell(msgspec.Struct, frozen=True, array_like=True):
    """What a cell shows, and why that is in doubt. A day is shown as ISO, whatever its format."""

    text: str
    doubt: Doubt = ""


class Merged(msgspec.Struct, frozen=True, array_like=True):
    """Cells shown as one, from the first to the last row and column."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(msgspec.Struct, frozen=True):
    """One visible sheet. Only cells that show something stand in `cells`."""

    name: str
    cells: dict[Place, Cell]
    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def row(self, number: int) -> dict[int, Cell]:
        """What stands in a row, by column."""
        return {column: cell for (row, column), cell in self.cells.items() if row == number}

    def by_row(self) -> dict[int, dict[int, Cell]]:
        """All rows that show something, in order."""
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        return rows


def letters(column: int) -> str:
    """A column as spreadsheets name it: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def place(row: int, column: int) -> str:
    """A cell as spreadsheets name it: C5."""
    return f"{letters(column)}{row}"


def refuse_far(file: str, row: int, column: int) -> None:
    """Refuse a cell beyond the bounds of a table."""
    if row > MOST_ROWS or column > MOST_COLUMNS:
        raise RefusedError([refusal("cell_too_far", file=file, cell=place(row, column))])
