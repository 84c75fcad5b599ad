"""A list drawn: its filters filled in, its rows in words, the ways to the next page and to its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from application.questions.pages import Page
from domain.refusal import RefusedError
from web.acts.told import reasons
from web.drawing import UNPROCESSABLE, page
from web.lists.asked_for import AFTER, AS, SORT, address, columns_of, one
from web.lists.files import FILES, file_of
from web.lists.filtering import filters_drawn
from web.lists.listing import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from application.questions.pages import Listed
    from domain.refusal import Refusal
    from web.asked import Asked
    from web.lists.listing import Listing

SHOWN = 50
"""Rows of a page."""


class Line(NamedTuple):
    """A row: where it leads, and its cells in words."""

    address: str
    cells: list[str]


def list_page(asked: Asked, listing: Listing, template: str = "list.html.j2") -> Response:
    """A page of the list, or the whole of it as a file where the address asks for one."""
    wanted = Page(after=one(asked, AFTER), size=SHOWN, order=one(asked, SORT))
    try:
        if one(asked, AS) in FILES:
            return file_of(asked, listing, one(asked, AS))
        return _page(asked, listing, template, listing.find(wanted), ())
    except RefusedError as refused:
        return _page(asked, listing, template, None, refused.refusals)


def _page(
    asked: Asked,
    listing: Listing,
    template: str,
    found: Listed[Any] | None,
    wrong: Sequence[Refusal],
) -> Response:
    columns = columns_of(asked, listing)
    rows = found.rows if found else []
    return page(
        asked,
        template,
        status=UNPROCESSABLE if wrong else 200,
        title=listing.title,
        place=listing.place,
        reasons=reasons(wrong, asked.spoken, {}),
        titles=asked.spoken.titles(columns),
        rows=[Line(listing.leads(row), asked.spoken.cells(row, columns)) for row in rows],
        next_page=address(asked, listing, after=found.after) if found and found.after else "",
        files=_files(asked, listing) if rows else [],
        listing=listing,
        **filters_drawn(asked, listing),
        **listing.below,
    )


def _files(asked: Asked, listing: Listing) -> list[Link]:
    words = {"xlsx": "web.as_xlsx", "csv": "web.as_csv"}
    return [
        Link(asked.spoken.words(words[kind]), address(asked, listing, **{AS: kind}))
        for kind in FILES
    ]
