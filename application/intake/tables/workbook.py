"""The visible sheets of an .xlsx file. It runs in a process of its own, with limits (`apart`)."""

from __future__ import annotations

import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from application.intake.tables.grid import MOST_MERGED, Cell, Grid, Merged, Place, refuse_far
from application.intake.tables.shown_cells import shown
from domain.refusal import RefusedError, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FORMULA = re.compile(rb"<(\w+:)?f[\s>/]")
"""A formula, in whatever part and under whatever prefix it stands."""
_OF_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff")


def grids_of(path: Path) -> list[Grid]:
    """The sheets that a person sees, in order, with what their cells show.

    Raises RefusedError for a cell that is too far out, and whatever the reader of the format raises
    for a file that is none.
    """
    book = _opened(path, data_only=True)
    formulas = _formulas(path) if _has_formulas(path) else {}
    return [
        _grid(path.name, sheet, formulas.get(sheet.title))
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    ]


def _opened(path: Path, *, data_only: bool) -> Workbook:
    """What the library warns of are cells that it makes errors, which are refused as such."""
    with path.open("rb") as file, warnings.catch_warnings(action="ignore", category=UserWarning):
        return load_workbook(file, data_only=data_only)


def _formulas(path: Path) -> dict[str, Worksheet]:
    """The sheets with their formulas instead of what was worked out."""
    return {sheet.title: sheet for sheet in _opened(path, data_only=False).worksheets}


def _has_formulas(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        parts = (archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
        return any(part.startswith(_OF_TWO_BYTES) or _FORMULA.search(part) for part in parts)


def _grid(file: str, sheet: Worksheet, formulas: Worksheet | None) -> Grid:
    cells = dict(_cells(file, sheet))
    if formulas is not None:
        cells = {**_without_value(formulas, cells), **cells}
    return Grid(
        name=sheet.title,
        cells=cells,
        merged=_merged(file, sheet, max((row for row, _ in cells), default=0)),
        hidden_rows=frozenset(_hidden_rows(sheet, {row for row, _ in cells})),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )


def _merged(file: str, sheet: Worksheet, last: int) -> tuple[Merged, ...]:
    """Merged cells as far down as anything stands; refuses a sheet that has more than anybody makes by hand."""
    ranges = sheet.merged_cells.ranges
    if len(ranges) > MOST_MERGED:
        raise RefusedError([refusal("table_too_large", file=file)])
    return tuple(
        Merged(each.min_row, each.min_col, min(each.max_row, last), each.max_col)
        for each in ranges
        if each.min_row <= last
    )


def _cells(file: str, sheet: Worksheet) -> Iterator[tuple[Place, Cell]]:
    """Only the cells that are there: never all between the first and the last."""
    for (row, column), cell in _there(sheet):
        found = shown(cell)
        if found is not None:
            refuse_far(file, row, column)
            yield (row, column), found


def _without_value(formulas: Worksheet, known: dict[Place, Cell]) -> dict[Place, Cell]:
    """Formulas that no program has worked out yet: another would show a value where this file has none."""
    return {
        place: Cell("", "cell_formula_without_value")
        for place, cell in _there(formulas)
        if cell.data_type == "f" and place not in known
    }


def _there(sheet: Worksheet) -> Iterable[tuple[Place, Any]]:
    cells: dict[Place, Any] = sheet._cells  # noqa: SLF001 – its public ways make every cell between
    return sorted(cells.items())


def _hidden_rows(sheet: Worksheet, used: set[int]) -> Iterator[int]:
    """Rows hidden by hand, by a filter, by height, or because the sheet hides those it does not name."""
    named = sheet.row_dimensions
    for row in used:
        if row not in named:
            hidden = bool(sheet.sheet_format.zeroHeight)
        else:
            hidden = named[row].hidden or named[row].height == 0
        if hidden:
            yield row


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    """Columns hidden by hand or by width; one record may stand for several columns."""
    for name, column in sheet.column_dimensions.items():
        if column.hidden or column.width == 0:
            first = column.min or column_index_from_string(name)
            yield from range(first, (column.max or first) + 1)
