"""How every Excel workbook is begun: a text in it stays a text, whatever it looks like."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from xlsxwriter.workbook import Workbook

TEXTS_STAY_TEXTS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
"""What a workbook is made with."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 – a workbook keeps instants without a zone
"""Stands in a workbook, so that the same content has the same bytes."""


def workbook_in(made: BytesIO, title: str) -> Workbook:
    """A workbook that is written into memory when it is closed."""
    book = Workbook(made, {"in_memory": True, **TEXTS_STAY_TEXTS})
    book.set_properties({"title": title, "author": "bontot", "created": _MADE})
    return book
