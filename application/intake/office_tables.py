"""Tables that offices send: Excel or CSV, read as rows of text under known headings."""

from __future__ import annotations

import csv
import zipfile
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from python_calamine import CalamineWorkbook

from domain.refusal import Refusal, RefusedError, refusal
from words.kinds import Said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
MAX_MEMBERS = 2_000
"""Bounds before a workbook is parsed: a small file can unpack to gigabytes."""


class TableRow(NamedTuple):
    """A row by heading; `number` is the one a person sees in the file, the heading is row 1."""

    number: int
    cells: dict[str, str]


def read_table(path: Path, headings: dict[str, str]) -> list[TableRow]:
    """Read a table; `headings` maps what may stand in row 1 (casefolded) to column names.

    Refuses a file that is no table, is too large, or has a heading that is not known. Raises
    OSError when it cannot be opened.
    """
    rows = _excel(path) if path.suffix.lower() in (".xlsx", ".xlsm") else _csv(path)
    lines = [[str(cell).strip() for cell in row] for row in rows]
    if not lines:
        raise RefusedError([refusal("table_empty", file=path.name)])
    columns = _columns(path, lines[0], headings)
    return [
        TableRow(number, dict(zip(columns, line, strict=False)))
        for number, line in enumerate(lines[1:], 2)
        if any(line)
    ]


def _columns(path: Path, first: list[str], headings: dict[str, str]) -> list[str]:
    unknown = [
        _with_nearest(title, headings)
        for title in first
        if title and title.casefold() not in headings
    ]
    columns = [headings.get(title.casefold(), "") for title in first]
    unknown += [
        f"{title} (×2)"
        for at, title in enumerate(first)
        if title and columns[at] and columns[at] in columns[:at]
    ]
    missing = [
        _titles(column, headings) for column in ("code", "name", "kind") if column not in columns
    ]
    if unknown or missing:
        raise RefusedError(_wrong_headings(path, unknown, missing, headings))
    return columns


def _wrong_headings(
    path: Path, unknown: list[str], missing: list[str], headings: dict[str, str]
) -> list[Refusal]:
    """One reason for what is not known, with what is; one for what is missing."""
    known = [_titles(column, headings) for column in dict.fromkeys(headings.values())]
    reasons = []
    if unknown:
        reasons.append(
            refusal("headings_unknown", file=path.name, unknown=unknown, known=Said("lines", known))
        )
    if missing:
        reasons.append(refusal("headings_missing", file=path.name, missing=missing))
    return reasons


def _with_nearest(title: str, headings: dict[str, str]) -> str:
    nearest = get_close_matches(title.casefold(), headings, n=1)
    return f"{title} ({nearest[0]}?)" if nearest else title


def _titles(column: str, headings: dict[str, str]) -> str:
    """What may stand at the head of a column."""
    return " / ".join(title for title, named in headings.items() if named == column)


def _excel(path: Path) -> Iterable[Iterable[object]]:
    try:
        _bounded(path)
        return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    except (zipfile.BadZipFile, ValueError, IndexError) as error:
        raise RefusedError([refusal("table_unreadable", file=path.name)]) from error


def _bounded(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    packed = max(sum(member.compress_size for member in members), 1)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * packed:
        raise RefusedError([refusal("table_too_large", file=path.name)])


def _csv(path: Path) -> Iterable[Iterable[object]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError([refusal("table_unreadable", file=path.name)]) from error
    separator = (
        ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    )
    return list(csv.reader(text.splitlines(), delimiter=separator))
