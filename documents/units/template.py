"""The empty table of units, to be filled in: its headings, lists to choose from, and what each column is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.commands.typed_unit_code import COLUMNS, known_words
from application.intake.units_import import FIELDS
from documents.units.table_book import TableBook
from words.language import say

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_ONE_OF = ("kind", "org_type")
"""Fields whose cells take one word; those of `organs` take several with “;” between."""
_LAST_ROW = 5_000


def unit_template(language: str) -> bytes:
    """The workbook in a language."""
    book = TableBook(say("units_book.title", language), language)
    table = book.sheet(say("units_book.table", language))
    book.fields(table, 0)
    words = book.sheet(say("units_book.words", language))
    for at, field in enumerate(COLUMNS):
        _list(book, words, at, field)
        if field in _ONE_OF:
            _choose(book, table, field, at)
    _explain(book)
    return book.bytes()


def _list(book: TableBook, sheet: Worksheet, at: int, field: str) -> None:
    sheet.set_column(at, at, 48, book.text)
    sheet.write_string(0, at, book.title_of(field), book.heading)
    for row, word in enumerate(known_words(field, book.language), 1):
        sheet.write_string(row, at, word, book.text)


def _choose(book: TableBook, table: Worksheet, field: str, at: int) -> None:
    column, letter = FIELDS.index(field), "ABC"[at]
    last = len(known_words(field, book.language)) + 1
    source = f"='{say('units_book.words', book.language)}'!${letter}$2:${letter}${last}"
    table.data_validation(1, column, _LAST_ROW, column, {"validate": "list", "source": source})


def _explain(book: TableBook) -> None:
    sheet = book.sheet(say("units_book.columns", book.language))
    sheet.set_column(0, 0, 22, book.text)
    sheet.set_column(1, 1, 100, book.text)
    for row, field in enumerate(FIELDS):
        book.row(
            sheet, row, (book.title_of(field), say(f"units_book.about.{field}", book.language))
        )
