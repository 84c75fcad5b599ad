"""A workbook with one table of units: every cell a text, headings in one language, the same bytes every time."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from application.intake.units_import import FIELDS
from documents.files.safe_workbook import workbook_in
from words.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = {"code": 16, "name": 44, "organs": 44, "attributes": 24}
_USUAL_WIDTH = 22


class TableBook:
    """A workbook that is being made in memory."""

    def __init__(self, title: str, language: str) -> None:
        self.language, self._made = language, BytesIO()
        self.book = workbook_in(self._made, title)
        self.text: Format = self.book.add_format(
            {"num_format": "@", "text_wrap": True, "valign": "top"}
        )
        self.heading: Format = self.book.add_format(
            {"bold": True, "text_wrap": True, "bg_color": "#E8EEF4", "bottom": 1, "valign": "top"}
        )

    def sheet(self, title: str) -> Worksheet:
        """A sheet whose first row stays in sight."""
        sheet: Worksheet = self.book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def fields(self, sheet: Worksheet, first: int) -> None:
        """The headings of a unit's fields from a column on, counted from 0."""
        for at, field in enumerate(FIELDS, first):
            sheet.set_column(at, at, _WIDTHS.get(field, _USUAL_WIDTH), self.text)
            sheet.write_string(0, at, self.title_of(field), self.heading)

    def title_of(self, field: str) -> str:
        """The heading of a field, which the import takes back."""
        first = say(f"heading.{field}", self.language).split(";")[0].strip()
        return first[:1].upper() + first[1:]

    def row(self, sheet: Worksheet, number: int, texts: Sequence[str]) -> None:
        """Write texts into a row, counted from 0."""
        for at, text in enumerate(texts):
            sheet.write_string(number, at, text, self.text)

    def bytes(self) -> bytes:
        """The whole workbook."""
        self.book.close()
        return self._made.getvalue()
