"""A review as an Excel workbook: a sheet a table, headings in one language, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from documents.files.safe_workbook import TEXTS_STAY_TEXTS
from documents.review.heading import heading, simulated
from documents.review.in_words import in_words
from documents.review.numbers import shown
from documents.review.workbook_cells import Cells
from projections.review.tables import Review, Table
from words.language import say
from words.tables import Column
from words.values import DATES

LAST_ROW = 1_048_576
HEAD = 2
"""Rows above the first one of a table: its title, its headings."""
A4 = 9
_LOOKED_AT = 200
_NARROW, _WIDE = 8, 48
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_OPTIONS = {"constant_memory": True, **TEXTS_STAY_TEXTS}


class Sheets:
    """A workbook that is being written, with its formats and the names of its sheets.

    Each row goes to a file beside the workbook as soon as the next one is begun.
    """

    def __init__(self, path: Path, recorded_at: str, title: str, note: str, language: str) -> None:
        self.book = Workbook(path, {**_OPTIONS, "tmpdir": path.parent})
        made = datetime.fromisoformat(recorded_at).astimezone(UTC).replace(tzinfo=None)
        self.book.set_properties({"title": title, "author": "bontot", "created": made})
        self.title, self.note, self.language = title, note, language
        self._names: set[str] = set()
        top = {"valign": "top"}
        self._formats: dict[str, Format] = {
            "title": self.book.add_format({"bold": True, "font_size": 13}),
            "heading": self.book.add_format(
                {"bold": True, "text_wrap": True, "bg_color": "#E8EEF4", "bottom": 1, **top}
            ),
            "text": self.book.add_format({"text_wrap": True, **top}),
            "number": self.book.add_format({"num_format": "#,##0", **top}),
            "points": self.book.add_format({"num_format": "#,##0.0##", **top}),
            "date": self.book.add_format(
                {"num_format": DATES[language].lower(), "align": "left", **top}
            ),
        }

    def format(self, name: str) -> Format:
        """A format by its name, or one for numbers written like `0.00 %`."""
        if name not in self._formats:
            self._formats[name] = self.book.add_format({"num_format": name, "valign": "top"})
        return self._formats[name]

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

    def close(self) -> None:
        """Put the sheets together. Raises OSError."""
        self.book.close()


def write_workbook(review: Review, language: str, path: Path) -> None:
    """The review as an .xlsx file. Raises OSError."""
    title, *lines = heading(review, language)
    sheets = Sheets(path, review.recorded_at, title, simulated(review, language), language)
    about(sheets, title, lines)
    for table in review.tables:
        add_table(sheets, in_words(table, language, review.names))
    sheets.close()


def about(sheets: Sheets, title: str, lines: Iterable[str]) -> None:
    """The first sheet: what was asked and what the answer rests on."""
    sheet = sheets.sheet(say("review.about", sheets.language))
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, title, sheets.format("title"))
    for at, line in enumerate(lines, HEAD):
        sheet.write_string(at, 0, line, sheets.format("text"))


def add_table(sheets: Sheets, table: Table) -> None:
    """A table on a sheet of its own, or on several where it is longer than a sheet."""
    rows, count = iter(table.rows), len(table.rows)
    for begin in range(0, max(count, 1), LAST_ROW - HEAD):
        sheet = _headed(sheets, table, table.rows[begin : begin + _LOOKED_AT])
        last = _fill(sheets, sheet, table.columns, islice(rows, LAST_ROW - HEAD))
        sheet.freeze_panes(HEAD, 0)
        sheet.autofilter(HEAD - 1, 0, max(last, HEAD), len(table.columns) - 1)


def _headed(sheets: Sheets, table: Table, looked_at: Sequence[tuple[Any, ...]]) -> Worksheet:
    """A sheet with its title and headings, each column as wide as the rows looked at ask."""
    title = table.title(sheets.language)
    sheet = sheets.sheet(title)
    note = f" — {sheets.note}" if sheets.note else ""
    sheet.write_string(0, 0, title + note, sheets.format("title"))
    for at, column in enumerate(table.columns):
        name = column.title(sheets.language)
        sheet.write_string(HEAD - 1, at, name, sheets.format("heading"))
        texts = (shown(row[at], column.kind, sheets.language) for row in looked_at)
        longest = max((len(text) for text in (*texts, *name.split())), default=0)
        sheet.set_column(at, at, min(max(longest + 2, _NARROW), _WIDE))
    return sheet


def _fill(
    sheets: Sheets, sheet: Worksheet, columns: Sequence[Column], rows: Iterable[tuple[Any, ...]]
) -> int:
    """Write rows, and answer the place of the last."""
    cells = Cells(sheets.format, sheets.language)
    writers = [cells.writer(column.kind) for column in columns]
    down = HEAD - 1
    for down, row in enumerate(rows, HEAD):
        for at, (write, value) in enumerate(zip(writers, row, strict=True)):
            if value is not None:
                write(sheet, (down, at), value)
    return down


def _escaped(text: str) -> str:
    """Text for a page's header, where `&` begins a code; it is cut to what Excel takes."""
    return text.replace("&", "&&")[:120]
