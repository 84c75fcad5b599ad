"""The rows below the headings, each with what stands in its columns, or why that cannot be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.intake.tables.grid import Cell, place
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.intake.tables.grid import Grid
    from application.intake.tables.headings import Headings


class TableRow(NamedTuple):
    """A row by column; `number` is the one a person sees in the file, `reasons` say what is in doubt."""

    number: int
    cells: dict[str, str]
    reasons: tuple[Refusal, ...] = ()


def rows_below(headings: Headings, days: frozenset[str]) -> list[TableRow]:
    """Every row that shows something below the headings; `days` are the columns that hold days."""
    rows = _with_merged(headings.grid, headings.last)
    return [
        _row(headings, number, cells, days)
        for number, cells in sorted(rows.items())
        if number > headings.last
    ]


def _with_merged(grid: Grid, last: int) -> dict[int, dict[int, Cell]]:
    """A cell merged downwards shows its text beside each of its rows."""
    rows = grid.by_row()
    for each in grid.merged:
        shown = grid.cells.get((each.top, each.left))
        if shown is None or each.top <= last:
            continue
        for row in range(each.top, each.bottom + 1):
            if row in rows:
                rows[row][each.left] = shown
    return rows


def _row(headings: Headings, number: int, cells: dict[int, Cell], days: frozenset[str]) -> TableRow:
    columns, grid = headings.columns, headings.grid
    reasons = [
        reason
        for at, cell in sorted(cells.items())
        for reason in _in_doubt(cell, columns.get(at, ""), place(number, at), days)
    ]
    if number in grid.hidden_rows:
        reasons.insert(0, refusal("row_hidden", row=kinds.ordinal(number)))
    reasons += _across(grid, number)
    texts = {columns[at]: cell.text for at, cell in cells.items() if columns.get(at)}
    return TableRow(number, texts, tuple(reasons))


def _in_doubt(cell: Cell, column: str, at: str, days: frozenset[str]) -> Iterator[Refusal]:
    if not column:
        yield refusal("cell_beyond_headings", cell=at, text=cell.text)
        return
    named = kinds.of("column", column)
    if cell.doubt and not (cell.doubt == "cell_is_day" and column in days):
        yield refusal(cell.doubt, about=column, cell=at, column=named, text=cell.text)
    elif "\n" in cell.text or "\t" in cell.text:
        yield refusal("cell_of_several_lines", about=column, cell=at, column=named)


def _across(grid: Grid, number: int) -> Iterator[Refusal]:
    """One cell over two columns does not say which of them it is for."""
    for each in grid.merged:
        if each.left < each.right and each.top <= number <= each.bottom:
            yield refusal("cell_merged", cell=place(each.top, each.left))
