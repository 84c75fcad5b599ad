"""Two reviews compared on the screen: each figure then and now, and the events behind it, told once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from projections.review.collecting.words import Word
from words.kinds import Said, said
from words.values import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from command_line.terminal import Terminal
    from projections.review.comparison import Comparison
    from words.tables import Column


def tell(spoken: Terminal, found: Comparison) -> None:
    """Table by table what differs; an event told before is named by its position alone."""
    if not found.tables:
        spoken.say("cli.nothing_differs")
    told: set[Any] = set()
    for each in found.tables:
        spoken.put(f"\n— {each.title(spoken.language)} —")
        for key, group in groupby(each.rows, key=lambda row: row[:-4]):
            rows = list(group)
            _differences(spoken, zip(key, each.columns, strict=False), rows)
            _causes(spoken, dict.fromkeys(cause for row in rows for cause in row[-1]), told)


def _differences(
    spoken: Terminal, key: Iterable[tuple[Any, Column]], rows: list[tuple[Any, ...]]
) -> None:
    """What the rows are about, each figure then and now."""
    told = [spoken.value(spoken_of(value), column.kind) for value, column in key]
    spoken.put(", ".join(each for each in told if each))
    for *_, figure, before, after, _because in rows:
        was, is_now = (_told(spoken, each) or NOTHING for each in (before, after))
        spoken.put(f"  {_told(spoken, figure)}: {was} → {is_now}")


def _told(spoken: Terminal, value: Any) -> str:
    return spoken.value(said(spoken_of(value)), "text")


def spoken_of(value: Any) -> Any:
    """A word of the review with its label in both languages; any other value as it is."""
    return Said("text", value, value.vi, value.en) if isinstance(value, Word) else value


def _causes(spoken: Terminal, causes: Iterable[Any], told: set[Any]) -> None:
    again = [f"[{cause.position}]" for cause in causes if cause in told]
    for cause in causes:
        if cause not in told:
            spoken.put(f"    {cause.told(spoken.language)}")
            told.add(cause)
    if again:
        places = " ".join(again)
        spoken.say("cli.as_told_above", places=places)
