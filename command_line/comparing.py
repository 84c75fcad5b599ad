"""Two reviews compared on the screen: each figure then and now, and the events behind it, told once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from projections.review.collecting.words import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from command_line.terminal import Terminal
    from projections.review.comparison import Comparison


def tell(spoken: Terminal, found: Comparison) -> None:
    """Table by table what differs; an event told before is named by its position alone."""
    if not found.tables:
        spoken.say("cli.nothing_differs")
    told: set[Any] = set()
    for each in found.tables:
        spoken.put(f"\n— {each.title(spoken.language)} —")
        for key, group in groupby(each.rows, key=lambda row: row[:-4]):
            rows = list(group)
            _differences(spoken, key, rows)
            _causes(spoken, dict.fromkeys(cause for row in rows for cause in row[-1]), told)


def _differences(spoken: Terminal, key: tuple[Any, ...], rows: list[tuple[Any, ...]]) -> None:
    """What the rows are about, each figure then and now."""
    words = (said(each, spoken.language) for each in key if each not in (None, ""))
    about = ", ".join(map(spoken.shown, words))
    spoken.put(about)
    for *_, figure, before, after, _because in rows:
        was, is_now = (spoken.shown(each) or "–" for each in (before, after))
        change = f"  {said(figure, spoken.language)}: {was} → {is_now}"
        spoken.put(change)


def _causes(spoken: Terminal, causes: Iterable[Any], told: set[Any]) -> None:
    again = [f"[{cause.position}]" for cause in causes if cause in told]
    for cause in causes:
        if cause not in told:
            spoken.put(f"    {cause.told(spoken.language)}")
            told.add(cause)
    if again:
        places = " ".join(again)
        spoken.say("cli.as_told_above", places=places)
