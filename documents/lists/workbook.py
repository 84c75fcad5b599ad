"""A list as an Excel workbook: days are days and numbers numbers, every other cell a text whatever it looks like."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from documents.files.safe_workbook import workbook_in
from words.values import DATES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from words.language import Language

_WIDE, _NAME = 28, 31
_FORBIDDEN = str.maketrans("[]:*?/\\", "       ")


def list_workbook(
    title: str, titles: Sequence[str], rows: Iterable[Sequence[Any]], language: Language
) -> bytes:
    """One sheet; a cell is a text in words, a day, or a number."""
    made = BytesIO()
    book = workbook_in(made, title)
    sheet = _headed(book, title, titles)
    looks = {
        "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "date": book.add_format({"num_format": DATES[language].lower(), "valign": "top"}),
        "number": book.add_format({"valign": "top"}),
    }
    last = 1
    for last, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            _write(sheet, (last, at), value, looks)
    sheet.autofilter(0, 0, last, max(len(titles) - 1, 0))
    book.close()
    return made.getvalue()


def _headed(book: Workbook, title: str, titles: Sequence[str]) -> Worksheet:
    sheet: Worksheet = book.add_worksheet(title.translate(_FORBIDDEN)[:_NAME])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_column(0, max(len(titles) - 1, 0), _WIDE)
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E8EEF4", "bottom": 1})
    for at, each in enumerate(titles):
        sheet.write_string(0, at, each, bold)
    return sheet


def _write(sheet: Worksheet, at: tuple[int, int], value: Any, looks: dict[str, Format]) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*at, value, looks["date"])
    elif isinstance(value, int | float):
        sheet.write_number(*at, value, looks["number"])
    elif value:
        sheet.write_string(*at, str(value), looks["text"])
