"""A measured value as people type it: one that a published programme, or the log itself, knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.editions import editions_in
from domain.measures.catalogue import MEASURES
from domain.refusal import RefusedError, refusal
from words import kinds
from words.folded import folded
from words.language import in_both
from words.nearness import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.running.world import LedgerWorld
    from words.kinds import Said


def typed_measure(text: str, world: LedgerWorld, about: str = "") -> str:
    """The name of the measured value that is meant, by its name or its words; nothing typed stays nothing.

    Raises RefusedError, about the field, for one that no published version of a programme knows, with the nearest.
    """
    if text in MEASURES or not text.strip():
        return text
    words = {name: (name, *in_both(f"measure.{name}")) for name in MEASURES} | dict(_own(world))
    meant = [name for name, own in words.items() if folded(text) in map(folded, own)]
    if text in words or len(meant) == 1:
        return text if text in words else meant[0]
    near = [_said(name, words[name]) for name in nearest(text, words)]
    raise RefusedError([refusal("measure_unknown", about=about, measure=text, nearest=near)])


def _own(world: LedgerWorld) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values that programmes measure, by the name in their files, each with its words."""
    for edition in editions_in(world):
        measures = edition.programme.measures
        yield from ((name, (name, each.vi, each.en)) for name, each in measures.items())


def _said(name: str, words: tuple[str, ...]) -> Said:
    _, vi, en = words
    return kinds.as_typed(name, (vi, en))
