"""A review as an Excel workbook: a sheet a table, headings in one language, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import islice
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from documents.review_heading import heading, simulated
from projections.review.causes import Cause
from projections.review.tables import Column, Review, Table
from projections.review.words import said

LAST_ROW = 1_048_576
HEAD = 2
"""Rows above the first one of a table: its title, its headings."""
A4 = 9
_LOOKED_AT = 200
_NARROW, _WIDE = 8, 48
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""A text stays a text, whatever it looks like."""


class Sheets:
    """A workbook that is being written, with its formats and the names of its sheets."""

    def __init__(self, recorded_at: str, title: str, note: str, language: str) -> None:
        self._file = BytesIO()
        self.book = Workbook(self._file, _OPTIONS)
        made = datetime.fromisoformat(recorded_at).astimezone(UTC).replace(tzinfo=None)
        self.book.set_properties({"title": title, "author": "bontot", "created": made})
        self.title, self.note, self.language = title, note, language
        self._names: set[str] = set()
        top = {"valign": "top"}
        self.formats: dict[str, Format] = {
            "title": self.book.add_format({"bold": True, "font_size": 13}),
            "heading": self.book.add_format(
                {"bold": True, "text_wrap": True, "bg_color": "#E8EEF4", "bottom": 1, **top}
            ),
            "text": self.book.add_format({"text_wrap": True, **top}),
            "number": self.book.add_format({"num_format": "#,##0", **top}),
            "points": self.book.add_format({"num_format": "#,##0.0##", **top}),
            "date": self.book.add_format({"num_format": "dd/mm/yyyy", "align": "left", **top}),
            "share": self.book.add_format({"num_format": "0.0 %", **top}),
        }

    def sheet(self, title: str) -> Worksheet:
        """A sheet that prints on A4 landscape, its top rows on every page."""
        sheet: Worksheet = self.book.add_worksheet(self._name(title))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, HEAD - 1)
        sheet.set_header(f"&L{_escaped(self.title)}&R{_escaped(self.note)}")
        sheet.set_footer("&C&P / &N")
        return sheet

    def _name(self, title: str) -> str:
        """At most 31 characters, none of those that Excel refuses, each name once."""
        plain = _FORBIDDEN.sub(" ", title)
        short = plain if len(plain) <= 31 else plain[:31].rpartition(" ")[0] or plain[:31]
        name, number = short, 2
        while name.lower() in self._names:
            name, number = f"{short[:27]} ({number})", number + 1
        self._names.add(name.lower())
        return name

    def finished(self) -> bytes:
        self.book.close()
        return self._file.getvalue()


def workbook(review: Review, language: str) -> bytes:
    """The review as an .xlsx file."""
    title, *lines = heading(review, language)
    sheets = Sheets(review.recorded_at, title, simulated(review, language), language)
    about(sheets, title, lines)
    for table in review.tables:
        add_table(sheets, table)
    return sheets.finished()


def about(sheets: Sheets, title: str, lines: Iterable[str]) -> None:
    """The first sheet: what was asked and what the answer rests on."""
    sheet = sheets.sheet("About" if sheets.language == "en" else "Thông tin")
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, title, sheets.formats["title"])
    for at, line in enumerate(lines, HEAD):
        sheet.write_string(at, 0, line, sheets.formats["text"])


def add_table(sheets: Sheets, table: Table) -> None:
    """A table on a sheet of its own, or on several where it is longer than a sheet."""
    rows = iter(table.rows)
    title = table.en if sheets.language == "en" else table.vi
    first = list(islice(rows, LAST_ROW - HEAD))
    _fill(sheets, title, table.columns, first)
    while more := list(islice(rows, LAST_ROW - HEAD)):
        _fill(sheets, title, table.columns, more)


def _fill(
    sheets: Sheets, title: str, columns: Sequence[Column], rows: Sequence[tuple[Any, ...]]
) -> None:
    sheet = sheets.sheet(title)
    note = f" — {sheets.note}" if sheets.note else ""
    sheet.write_string(0, 0, title + note, sheets.formats["title"])
    names = [column.en if sheets.language == "en" else column.vi for column in columns]
    for at, name in enumerate(names):
        sheet.write_string(HEAD - 1, at, name, sheets.formats["heading"])
        looked_at = (_shown(row[at], sheets.language) for row in rows[:_LOOKED_AT])
        longest = max((len(text) for text in (*looked_at, *name.split())), default=0)
        sheet.set_column(at, at, min(max(longest + 2, _NARROW), _WIDE))
    for down, row in enumerate(rows, HEAD):
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write(sheets, sheet, (down, at), column, value)
    sheet.freeze_panes(HEAD, 0)
    sheet.autofilter(HEAD - 1, 0, HEAD - 1 + max(len(rows), 1), len(columns) - 1)


def _write(
    sheets: Sheets, sheet: Worksheet, at: tuple[int, int], column: Column, value: Any
) -> None:
    formats = sheets.formats
    if value is None:
        return
    if column.kind == "number":
        whole = isinstance(value, int) or value == int(value)
        sheet.write_number(*at, float(value), formats["number" if whole else "points"])
    elif column.kind == "share":
        sheet.write_number(*at, float(value), formats["share"])
    elif column.kind == "date":
        sheet.write_datetime(*at, value, formats["date"])
    elif value not in ("", []):
        sheet.write_string(*at, _shown(value, sheets.language), formats["text"])


def _shown(value: Any, language: str) -> str:
    """A value as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return {"vi": ("Không", "Có"), "en": ("No", "Yes")}[language][value]
    if isinstance(value, list):
        separator = "\n" if any(isinstance(each, Cause) for each in value) else ", "
        return separator.join(_shown(each, language) for each in value)
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Fraction):
        return f"{100 * value.numerator // value.denominator} % ({value})"
    return f"{value:f}" if isinstance(value, Decimal) else str(said(value, language))


def _escaped(text: str) -> str:
    """Text for a page's header, where `&` begins a code; it is cut to what Excel takes."""
    return text.replace("&", "&&")[:120]
