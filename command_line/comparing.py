"""Two reviews compared on the screen: each figure then and now, and the events behind it, told once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from documents.review.in_words import in_words
from documents.review.numbers import shown
from projections.review.collecting.words import Word
from words.kinds import Said
from words.values import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
        worded = in_words(each, spoken.language, found.after.names)
        pairs = zip(each.rows, worded.rows, strict=True)
        for _, group in groupby(pairs, key=lambda pair: pair[0][:-4]):
            rows = list(group)
            _differences(spoken, worded.columns, [said for _, said in rows])
            _causes(spoken, dict.fromkeys(cause for row, _ in rows for cause in row[-1]), told)


def _differences(
    spoken: Terminal, columns: Sequence[Column], rows: Sequence[tuple[Any, ...]]
) -> None:
    """What the rows are about, each figure then and now."""
    key = zip(rows[0][:-4], columns, strict=False)
    told = [shown(value, column.kind, spoken.language) for value, column in key]
    spoken.put(", ".join(each for each in told if each != NOTHING))
    for *_, figure, before, after, _because in rows:
        name, was, is_now = (
            shown(each, "value", spoken.language) for each in (figure, before, after)
        )
        spoken.put(f"  {name}: {was} → {is_now}")


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
