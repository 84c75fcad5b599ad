"""A table that an office sends, read as rows under known headings: what it is is seen from its bytes, not its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.intake.tables.apart import grids_apart
from application.intake.tables.bounds import refuse_large_archive, refuse_large_file
from application.intake.tables.csv_text import grid_of
from application.intake.tables.headings import Wanted, find_headings
from application.intake.tables.rows import TableRow, rows_below
from domain.refusal import RefusedError, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from application.intake.tables.grid import Grid

_ARCHIVE = b"PK\x03\x04"
_OF_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
"""What is called a workbook and is none is refused as that, not as a table without headings."""
_BEGINNING = 4


def read_table(path: Path, wanted: Wanted, days: frozenset[str] = frozenset()) -> list[TableRow]:
    """Read a table; `days` are the columns that hold days.

    A row in doubt says so itself. Refuses a file that is no table, is too large, or whose headings
    are not those that are wanted. Raises OSError when it cannot be opened.
    """
    refuse_large_file(path)
    rows = rows_below(find_headings(path.name, _grids(path, wanted), wanted), days)
    if not rows:
        raise RefusedError([refusal("table_empty", file=path.name)])
    return rows


def _grids(path: Path, wanted: Wanted) -> list[Grid]:
    with path.open("rb") as file:
        is_archive = file.read(_BEGINNING) == _ARCHIVE
    if not is_archive and path.suffix.casefold() in _OF_WORKBOOKS:
        raise RefusedError([refusal("table_unreadable", file=path.name)])
    if not is_archive:
        return [grid_of(path, lambda title: bool(wanted.column(title)))]
    refuse_large_archive(path)
    return grids_apart(path)
