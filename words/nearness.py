"""What may have been meant by something typed: the nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import TypeVar

from words.folded import folded

T = TypeVar("T")
NEAR = 0.6
"""How much of two words is the same, at least, where one is taken for the other misspelt."""
CLOSE = 0.15
"""How much less than the best one is still next to it."""
FEW = 3
"""So many are named where something is misspelt."""


def by_nearness(typed: str, words: Mapping[T, Iterable[str]]) -> list[T]:
    """Everything by how much what was typed looks like one of its words; the order stays where that is the same."""
    likeness = _likeness(typed, words)
    return sorted(words, key=lambda each: -likeness[each])


def nearest(typed: str, words: Mapping[T, Iterable[str]]) -> list[T]:
    """The few that look like what was typed nearly as much as the best; where none does, those that do it most."""
    likeness = _likeness(typed, words)
    few = by_nearness(typed, words)[:FEW]
    best = max(likeness.values(), default=0.0)
    return [each for each in few if likeness[each] >= max(NEAR, best - CLOSE)] or few


def _likeness(typed: str, words: Mapping[T, Iterable[str]]) -> dict[T, float]:
    looked_for = folded(typed)
    return {
        each: max((_ratio(looked_for, folded(word)) for word in own if word), default=0.0)
        for each, own in words.items()
    }


def _ratio(looked_for: str, word: str) -> float:
    """A word that has in it what was typed comes before those that only look alike."""
    if looked_for and looked_for in word:
        return 1.0 + len(looked_for) / len(word)
    return SequenceMatcher(None, word, looked_for, autojunk=False).ratio()
