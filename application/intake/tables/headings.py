"""Where the headings of a table stand, and which column is for what."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from itertools import islice
from typing import NamedTuple

from application.intake.tables.grid import Cell, Grid, place
from domain.refusal import Refusal, RefusedError, refusal
from words.folded import folded
from words.kinds import Said

_LOOKED_AT = 60
"""Rows from the top in which headings are looked for: above them stand a title, a date, a unit."""


class Wanted(NamedTuple):
    """The columns of a table: what may stand at their head, and which must be there."""

    titles: dict[str, str]
    required: tuple[str, ...]

    def column(self, title: str) -> str:
        """The name of the column with a title, in capitals or not, on one line or several; empty if there is none."""
        return _by_letters(tuple(self.titles.items())).get(folded(title), "")

    def said(self, column: str) -> str:
        """What may stand at the head of a column."""
        return " / ".join(title for title, named in self.titles.items() if named == column)


class Headings(NamedTuple):
    """The headings of a sheet: its columns by number, the last row of the headings."""

    grid: Grid
    columns: dict[int, str]
    last: int


def find_headings(file: str, grids: list[Grid], wanted: Wanted) -> Headings:
    """The one sheet that has the headings. Refuses when none has, when several have, and what is wrong in them."""
    filled = [grid for grid in grids if grid.cells]
    if not filled:
        raise RefusedError([refusal("table_empty", file=file)])
    found = [(grid, _row(grid, wanted)) for grid in filled]
    whole = [(grid, row) for grid, row in found if not _missing(_titles(grid, row), wanted)]
    if len(whole) > 1:
        names = [grid.name for grid, _ in whole]
        raise RefusedError([refusal("sheets_several", file=file, sheets=names)])
    grid, row = whole[0] if whole else max(found, key=lambda each: _known(each[0], each[1], wanted))
    return _checked(file, grid, row, wanted)


def _row(grid: Grid, wanted: Wanted) -> int:
    """The row that has the most of what is wanted; the first that shows anything if none has any."""
    rows = islice(grid.by_row().items(), _LOOKED_AT)
    known = {row: _headings_in(cells, wanted) for row, cells in rows}
    return max(known, key=lambda row: (known[row], -row))


def _known(grid: Grid, row: int, wanted: Wanted) -> int:
    return _headings_in(grid.row(row), wanted)


def _headings_in(cells: dict[int, Cell], wanted: Wanted) -> int:
    return sum(bool(wanted.column(cell.text)) for cell in cells.values())


def _titles(grid: Grid, row: int) -> dict[int, str]:
    return {column: cell.text for column, cell in grid.row(row).items()}


def _missing(titles: dict[int, str], wanted: Wanted) -> list[str]:
    there = {wanted.column(title) for title in titles.values()}
    return [column for column in wanted.required if column not in there]


def _checked(file: str, grid: Grid, row: int, wanted: Wanted) -> Headings:
    titles = _titles(grid, row)
    columns = {at: wanted.column(title) for at, title in titles.items()}
    reasons = [
        *_wrong_titles(file, titles, columns, wanted),
        *_hidden(grid, titles),
        *_across(grid, row),
    ]
    if reasons:
        raise RefusedError(reasons)
    return Headings(grid, columns, _last(grid, row))


def _wrong_titles(
    file: str, titles: dict[int, str], columns: dict[int, str], wanted: Wanted
) -> list[Refusal]:
    """One reason for what is not known, with what is; one for what is missing."""
    unknown = [_with_nearest(titles[at], wanted) for at, column in columns.items() if not column]
    seen: set[str] = set()
    for at, column in columns.items():
        if column in seen:
            unknown.append(f"{titles[at]} (×2)")
        seen.add(column or titles[at])
    known = [wanted.said(column) for column in dict.fromkeys(wanted.titles.values())]
    missing = [wanted.said(column) for column in _missing(titles, wanted)]
    reasons = []
    if unknown:
        lines = Said("lines", known)
        reasons.append(refusal("headings_unknown", file=file, unknown=unknown, known=lines))
    if missing:
        reasons.append(refusal("headings_missing", file=file, missing=missing))
    return reasons


def _with_nearest(title: str, wanted: Wanted) -> str:
    nearest = get_close_matches(title.casefold(), wanted.titles, n=1)
    return f"{title} ({nearest[0]}?)" if nearest else title


def _hidden(grid: Grid, titles: dict[int, str]) -> list[Refusal]:
    """A column that people do not see is not imported for them, and not left out without a word."""
    return [
        refusal("column_hidden", sheet=grid.name, title=titles[column])
        for column in sorted(grid.hidden_columns & titles.keys())
    ]


def _across(grid: Grid, row: int) -> list[Refusal]:
    """One heading over two columns does not say which of them it is for."""
    return [
        refusal("heading_merged", sheet=grid.name, cell=place(each.top, each.left))
        for each in grid.merged
        if each.top <= row <= each.bottom and each.left < each.right
    ]


def _last(grid: Grid, row: int) -> int:
    """Headings merged over two rows end with the second."""
    return max([row, *(each.bottom for each in grid.merged if each.top <= row <= each.bottom)])


@cache
def _by_letters(titles: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {folded(title): column for title, column in titles}
