"""How many changes were noticed, where they were not, and whether that is enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

NOTICED = frozenset({"killed", "timeout", "caught by type check"})
ENOUGH = 0.9
FEW = 20
"""A share of fewer changes than these says little."""


class Change(NamedTuple):
    """One change, by the name that mutmut gives it, and what became of it."""

    name: str
    outcome: str

    @property
    def place(self) -> str:
        """The function that it was made in."""
        return self.name.partition("__mutmut_")[0]

    @property
    def noticed(self) -> bool:
        return self.outcome in NOTICED


class Measured(NamedTuple):
    """The changes that were tried, how many were left when the time was over, and the text of those unnoticed."""

    changes: Sequence[Change]
    left: int = 0
    diffs: Mapping[str, str] = {}
    stopped: bool = False


def report(name: str, found: Measured) -> Iterator[str]:
    """The score of a part, and the functions in which a change went unnoticed, each change where it was asked for."""
    changes, noticed = found.changes, sum(change.noticed for change in found.changes)
    share = noticed / len(changes) if changes else 1
    yield f"{name}: {noticed} of {len(changes)} changes were noticed ({share:.1%})"
    if found.stopped:
        yield f"  stopped when the time was over, with {found.left or 'all'} changes not tried"
    places = Counter(change.place for change in changes if not change.noticed)
    for place, count in places.most_common():
        yield f"  {count:4} {place}"
        for change, diff in found.diffs.items():
            if change.partition("__mutmut_")[0] == place:
                yield from ("", f"       {change}", *_lines(diff))


def _lines(diff: str) -> Iterator[str]:
    """The lines of a change without the names of its file."""
    return (f"       {line}" for line in diff.splitlines() if not line.startswith(("---", "+++")))


def is_enough(changes: Sequence[Change]) -> bool:
    """Whether nine in ten were noticed; so it is said of a few, whatever was noticed of them."""
    noticed = sum(change.noticed for change in changes)
    return len(changes) < FEW or noticed >= ENOUGH * len(changes)
