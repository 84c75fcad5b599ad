"""A table on a page about something else: columns in which nothing stands are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from web.lists.page import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from web.spoken import Spoken
    from words.tables import Column


class Plain(NamedTuple):
    """Titles and rows, as the template's `table` takes them."""

    titles: list[str]
    rows: list[Line]


def plain(
    spoken: Spoken,
    rows: Iterable[Any],
    columns: Sequence[Column],
    leads: Callable[[Any], str] | None = None,
) -> Plain:
    """The rows in words; each leads where `leads` says, if anywhere."""
    found = [(leads(row) if leads else "", spoken.cells(row, columns)) for row in rows]
    kept = [at for at in range(len(columns)) if any(cells[at] for _, cells in found)]
    titles = spoken.titles(columns)
    lines = [Line(address, [cells[at] for at in kept]) for address, cells in found]
    return Plain([titles[at] for at in kept], lines)
