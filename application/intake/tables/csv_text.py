"""A CSV file as a sheet: its encoding, its separator, its records."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from application.intake.tables.grid import Cell, Grid, Place, refuse_far
from application.intake.tables.letters_seen import doubt_of, seen
from domain.refusal import RefusedError, refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SEPARATORS = ";,\t|"
_SAYS_SO = "sep="
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def grid_of(path: Path, known: Callable[[str], bool]) -> Grid:
    """The records of a file; `known` says whether a text is a heading, by which the separator is found.

    A row is numbered as spreadsheets number it: a record is one, however many lines it has.
    Refuses bytes that are no text in UTF-8 or UTF-16, and quotes that do not close. Raises OSError.
    """
    text = _text(path)
    return Grid(name="", cells=_cells(path, _records(path, text, _separator(text, known))))


def _text(path: Path) -> str:
    content = path.read_bytes()
    coding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(coding)
    except UnicodeDecodeError as error:
        raise RefusedError([refusal("table_unreadable", file=path.name)]) from error
    if "\0" in text:
        raise RefusedError([refusal("table_unreadable", file=path.name)])
    return text


def _separator(text: str, known: Callable[[str], bool]) -> str:
    """The one that the file names in its first line, or the one that finds the most headings in a record."""
    if text.startswith(_SAYS_SO) and len(text) > len(_SAYS_SO):
        return text[len(_SAYS_SO)]
    head = text[:20_000]

    def found(separator: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(head, newline=""), delimiter=separator)
        return max((sum(map(known, row)) for row in rows), default=0), head.count(separator)

    return max(_SEPARATORS, key=found)


def _records(path: Path, text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        records = list(reader)
    except csv.Error as error:
        broken = refusal("table_quotes", file=path.name, line=reader.line_num)
        raise RefusedError([broken]) from error
    return [[], *records[1:]] if text.startswith(_SAYS_SO) else records


def _cells(path: Path, records: list[list[str]]) -> dict[Place, Cell]:
    cells: dict[Place, Cell] = {}
    for row, record in enumerate(records, 1):
        for column, typed in enumerate(record, 1):
            text = seen(typed)
            if text:
                refuse_far(path.name, row, column)
                cells[row, column] = Cell(text, doubt_of(text))
    return cells
