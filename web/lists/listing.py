"""What makes one list: its columns, what it is narrowed down by and sorted by, how its rows are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from application.questions.pages import Listed, Page
    from web.acts.inputs import Option
    from words.tables import Column


class Filter(NamedTuple):
    """One way to narrow a list down; `title` is the key of its words."""

    name: str
    title: str
    draw: Literal["search", "text", "date", "select"] = "text"
    options: tuple[Option, ...] = ()


class Link(NamedTuple):
    """A way from a list to somewhere else."""

    words: str
    address: str


class Listing(NamedTuple):
    """A list on a page.

    `find` answers one page of it and refuses what is no filter, no sort key, no mark of it; `leads` is the
    address of a row, empty for a row that leads nowhere. Columns in `hidden` are shown to whoever chooses them.
    """

    title: str
    place: str
    address: str
    columns: Sequence[Column]
    filters: Sequence[Filter]
    find: Callable[[Page], Listed[Any]]
    leads: Callable[[Any], str]
    sorts: Sequence[str] = ()
    hidden: frozenset[str] = frozenset()
    links: Sequence[Link] = ()
    below: Mapping[str, Any] = {}
    """What the template of a list of its own shows beside it."""
