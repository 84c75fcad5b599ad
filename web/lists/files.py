"""A whole list as a file: what stands on the page, all pages of it, in the columns that were chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.responses import Response

from application.questions.pages import LARGEST, Page
from documents.lists.csv_text import list_csv
from documents.lists.workbook import list_workbook
from web.lists.asked_for import SORT, columns_of, one
from web.spoken import field
from words.folded import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from web.asked import Asked
    from web.lists.listing import Listing
    from words.tables import Column

FILES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
MOST = 50_000
"""Rows of a file; whoever wants more narrows the list down."""


def file_of(asked: Asked, listing: Listing, kind: str) -> Response:
    """The list as a file of a kind; its last row says so where there are more rows than a file takes."""
    columns = columns_of(asked, listing)
    titles, spoken = asked.spoken.titles(columns), asked.spoken
    rows = _rows(asked, listing)
    if kind == "csv":
        content = list_csv(titles, _told(asked, (spoken.cells(row, columns) for row in rows)))
    else:
        values = _told(asked, (_values(asked, row, columns) for row in rows))
        content = list_workbook(listing.title, titles, values, asked.language)
    return file_answer(content, f"{listing.title}.{kind}", FILES[kind])


def file_answer(content: bytes, name: str, media: str) -> Response:
    """A file to be kept under a name in the reader's language."""
    plain = folded(name).replace(" ", "-")
    return Response(
        content,
        media_type=media,
        headers={
            "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
        },
    )


def _rows(asked: Asked, listing: Listing) -> Iterator[Any]:
    after = ""
    while True:
        found = listing.find(Page(after=after, size=LARGEST, order=one(asked, SORT)))
        yield from found.rows
        after = found.after
        if not after:
            return


def _told(asked: Asked, rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
    for number, row in enumerate(rows):
        if number == MOST:
            yield [asked.spoken.words("web.file_is_cut", rows=MOST)]
            return
        yield row


def _values(asked: Asked, row: Any, columns: list[Column]) -> list[Any]:
    """Days and numbers as they are, anything else in words."""
    cells = asked.spoken.cells(row, columns)
    return [_value(field(row, c.name), c, cell) for c, cell in zip(columns, cells, strict=True)]


def _value(value: Any, column: Column, cell: str) -> Any:
    if column.kind == "date" and value:
        return date.fromisoformat(value) if isinstance(value, str) else value
    return value if column.kind == "number" and isinstance(value, int) else cell
