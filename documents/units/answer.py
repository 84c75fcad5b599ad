"""The answer to a table of units that was sent: each row with what became of it, each wrong cell marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.intake.units_import import FIELDS
from documents.units.table_book import TableBook
from words.language import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from xlsxwriter.worksheet import Worksheet

    from application.intake.tables.rows import TableRow
    from application.intake.units_import import Imported
    from domain.refusal import Refusal

_BEFORE = 2
"""Columns before the fields: the row in the file that was sent, what became of it."""
_WRONG = {"bg_color": "#F8D7DA", "border": 1, "num_format": "@", "text_wrap": True, "valign": "top"}


class _Told(NamedTuple):
    """What was wrong in a row: every reason as a sentence, and the cells that they are about."""

    sentences: list[str]
    cells: dict[str, str]


def units_answer(
    imported: Imported, language: str, reason: Callable[[Refusal], str], *, preview: bool
) -> bytes:
    """The workbook; `reason` says a refusal in the language."""
    book = TableBook(say("units_book.answer", language), language)
    sheet = book.sheet(say("units_book.answer", language))
    sheet.set_column(0, 0, 8, book.text)
    sheet.set_column(1, 1, 60, book.text)
    for at, name in enumerate(("row", "became")):
        sheet.write_string(0, at, say(f"units_book.{name}", language), book.heading)
    book.fields(sheet, _BEFORE)
    wrong = {each.row: _told(each.refusals, reason) for each in imported.wrong}
    good = say(f"units_book.{_became(imported, preview=preview)}", language)
    marked = _Marked(book, sheet)
    for number, row in enumerate(imported.rows, 1):
        marked.row(number, row, wrong.get(row.number), good)
    return book.bytes()


def _became(imported: Imported, *, preview: bool) -> str:
    """What is said of a row that is not wrong."""
    if imported.wrong:
        return "waits"
    if preview:
        return "would_be_imported"
    return "imported" if imported.imported else "was_there"


def _told(refusals: list[Refusal], reason: Callable[[Refusal], str]) -> _Told:
    cells: dict[str, str] = {}
    for each in refusals:
        field = each.about or str(each.values.get("column", ""))
        if field in FIELDS:
            cells[field] = f"{cells[field]}\n{reason(each)}" if field in cells else reason(each)
    return _Told([reason(each) for each in refusals], cells)


class _Marked:
    """Writes rows, the wrong cells on a red ground with a note."""

    def __init__(self, book: TableBook, sheet: Worksheet) -> None:
        self._book, self._sheet = book, sheet
        self._wrong = book.book.add_format(_WRONG)

    def row(self, at: int, row: TableRow, told: _Told | None, good: str) -> None:
        self._sheet.write_number(at, 0, row.number, self._book.text)
        became = "\n".join(told.sentences) if told else good
        self._sheet.write_string(at, 1, became, self._wrong if told else self._book.text)
        for place, field in enumerate(FIELDS, _BEFORE):
            self._cell(
                (at, place), row.cells.get(field, ""), told.cells.get(field) if told else None
            )

    def _cell(self, place: tuple[int, int], text: str, note: str | None) -> None:
        if note is None:
            self._sheet.write_string(*place, text, self._book.text)
        else:
            self._sheet.write_string(*place, text, self._wrong)
            self._sheet.write_comment(*place, note, {"author": "bontot", "x_scale": 3})
