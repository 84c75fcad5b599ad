"""The filters of a list as they are drawn: filled in from the address, with the ways to sort and the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from web.acts.inputs import Option
from web.lists.asked_for import COLUMN, SORT, columns_of, is_narrowed, one

if TYPE_CHECKING:
    from web.asked import Asked
    from web.lists.listing import Filter, Listing

FIRST = 4
"""So many filters are in sight at once, the others where one opens them."""


class Field(NamedTuple):
    """A filter as it is drawn."""

    name: str
    title: str
    draw: str
    value: str
    options: tuple[Option, ...]


def filters_drawn(asked: Asked, listing: Listing) -> dict[str, Any]:
    """What the template of a list needs to draw them."""
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
