"""How many changes were noticed, where they were not, and whether that is enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from scripts.mutations.changing import Change

Outcome = Literal["noticed", "endless", "unnoticed", "unreached"]
"""A test failed, or took much too long; none failed, or none comes by."""
NOTICED = frozenset({"noticed", "endless"})
ENOUGH = 0.9
FEW = 20
"""A share of fewer changes than these says little."""


class Measured(NamedTuple):
    """What became of each change that was tried, and how many were left when the time was over."""

    outcomes: Sequence[tuple[Change, Outcome]]
    left: int = 0

    @property
    def unnoticed(self) -> list[Change]:
        return [change for change, outcome in self.outcomes if outcome not in NOTICED]


def report(name: str, found: Measured, *, show: bool = False) -> Iterator[str]:
    """The score of a part, and the functions in which changes went unnoticed; with `show` each of these changes."""
    tried, unnoticed = len(found.outcomes), found.unnoticed
    share = 1 - len(unnoticed) / tried if tried else 1
    yield f"{name}: {tried - len(unnoticed)} of {tried} changes were noticed ({share:.1%})"
    if found.left:
        yield f"  stopped when the time was over, with {found.left} changes not tried"
    for place, count in Counter(change.place for change in unnoticed).most_common():
        yield f"  {count:4} {place}"
        for change in unnoticed if show else ():
            if change.place == place:
                yield f"       {change.name.rpartition('__mutmut_')[2]}"
                yield from (f"         {line}" for line in change.diff)


def is_enough(found: Measured) -> bool:
    """Whether nine in ten were noticed; so it is said of a few, whatever was noticed of them."""
    tried = len(found.outcomes)
    return tried < FEW or tried - len(found.unnoticed) >= ENOUGH * tried
