"""What an address asks of a list: filters, the columns chosen, how it is sorted, what goes on to the next page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from web.asked import Asked
    from web.lists.listing import Listing
    from words.tables import Column

COLUMN, SORT, AFTER, AS = "column", "sort", "after", "as"


def one(asked: Asked, name: str) -> str:
    """What the address has under a name, trimmed; empty for nothing."""
    return asked.request.query_params.get(name, "").strip()


def many(asked: Asked, name: str) -> tuple[str, ...]:
    """Everything that the address has under a name."""
    return tuple(filter(None, map(str.strip, asked.request.query_params.getlist(name))))


def yes_or_no(asked: Asked, name: str) -> bool | None:
    """A choice of yes, no and either."""
    return {"yes": True, "no": False}.get(one(asked, name))


def columns_of(asked: Asked, listing: Listing) -> list[Column]:
    """The columns that the address names, in the order of the list; the usual ones where it names none."""
    named = {name for name in many(asked, COLUMN) if any(c.name == name for c in listing.columns)}
    return [
        each
        for each in listing.columns
        if (each.name in named if named else each.name not in listing.hidden)
    ]


def address(asked: Asked, listing: Listing, **more: str) -> str:
    """The same question with something else: the next page, a file."""
    kept = [
        (name, value)
        for name, value in asked.request.query_params.multi_items()
        if value.strip() and name not in {AFTER, AS}
    ]
    return f"{listing.address}?{urlencode([*kept, *more.items()])}"


def is_narrowed(asked: Asked, names: Sequence[str]) -> bool:
    """Whether the address says anything under one of the names."""
    return any(one(asked, name) for name in names)
