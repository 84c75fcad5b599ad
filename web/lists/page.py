"""A list drawn: its filters filled in, its rows in words, the ways to the next page and to its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from application.questions.pages import Page
from domain.refusal import RefusedError
from web.acts.inputs import Option
from web.acts.told import reasons
from web.drawing import UNPROCESSABLE, page
from web.lists.asked_for import AFTER, AS, COLUMN, SORT, address, columns_of, is_narrowed, one
from web.lists.files import FILES, file_of
from web.lists.listing import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from application.questions.pages import Listed
    from domain.refusal import Refusal
    from web.asked import Asked
    from web.lists.listing import Filter, Listing

SHOWN = 50
"""Rows of a page."""
FIRST = 4
"""So many filters are in sight at once, the others where one opens them."""


class Line(NamedTuple):
    """A row: where it leads, and its cells in words."""

    address: str
    cells: list[str]


class Field(NamedTuple):
    """A filter as it is drawn."""

    name: str
    title: str
    draw: str
    value: str
    options: tuple[Option, ...]


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
        **_filters(asked, listing),
        **listing.below,
    )


def _files(asked: Asked, listing: Listing) -> list[Link]:
    words = {"xlsx": "web.as_xlsx", "csv": "web.as_csv"}
    return [
        Link(asked.spoken.words(words[kind]), address(asked, listing, **{AS: kind}))
        for kind in FILES
    ]


def _filters(asked: Asked, listing: Listing) -> dict[str, Any]:
    fields = [_field(asked, each) for each in listing.filters]
    sorts = _sorts(asked, listing)
    names = [*(each.name for each in listing.filters[FIRST:]), COLUMN, SORT]
    return {
        "filters": fields[:FIRST],
        "more_filters": fields[FIRST:],
        "sorts": sorts if len(listing.sorts) > 1 else [],
        "choices_of_columns": _columns(asked, listing),
        "narrowed": is_narrowed(asked, names),
    }


def _field(asked: Asked, each: Filter) -> Field:
    value = one(asked, each.name)
    options = tuple(option._replace(chosen=option.value == value) for option in each.options)
    return Field(each.name, asked.spoken.words(each.title), each.draw, value, options)


def _sorts(asked: Asked, listing: Listing) -> list[Option]:
    """Each key, and each the other way round."""
    chosen, words = one(asked, SORT), asked.spoken.words
    up = [(key, words(f"column.{key}")) for key in listing.sorts]
    down = [(f"-{key}", words("web.sorted_down", column=title)) for key, title in up]
    return [Option(key, title, key == chosen) for key, title in (*up, *down)]


def _columns(asked: Asked, listing: Listing) -> list[Option]:
    shown = {each.name for each in columns_of(asked, listing)}
    language = asked.language
    return [Option(c.name, c.title(language), c.name in shown) for c in listing.columns]
