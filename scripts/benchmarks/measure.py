"""One measurement and how it is told: ours against the library's and against the bare limit."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Target:
    """What a ratio is to reach: `of` the library (`theirs`) or the bare limit (`limit`).

    `at_least` compares rates, `at_most` compares times.
    """

    of: Literal["theirs", "limit", "ours"]
    kind: Literal["at_least", "at_most"]
    value: float


@dataclass(frozen=True)
class Measurement:
    """A figure with its comparison, in one unit; a missing comparison is None."""

    name: str
    ours: float
    theirs: float | None
    limit: float | None
    unit: str
    target: Target

    @property
    def ratio(self) -> float:
        """Ours over what the target compares with."""
        if self.target.of == "ours":
            return self.ours
        other = self.theirs if self.target.of == "theirs" else self.limit
        return self.ours / other if other else float("nan")

    @property
    def met(self) -> bool:
        """Whether the ratio reaches the target."""
        if self.target.kind == "at_least":
            return self.ratio >= self.target.value
        return self.ratio <= self.target.value

    def row(self) -> dict[str, Any]:
        """As `--json` prints it."""
        sign = "≥" if self.target.kind == "at_least" else "≤"
        return {
            "name": self.name,
            "ours": self.ours,
            "theirs": self.theirs,
            "limit": self.limit,
            "unit": self.unit,
            "ratio": self.ratio,
            "target": f"{self.target.of} {sign} {self.target.value:g}",
            "met": self.met,
        }


def interleaved(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The median seconds of each work, taken in turns so that noise falls on all alike.

    Giving up what was made is no part of the work.
    """
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, times in zip(works, taken, strict=True):
            begin = time.perf_counter()
            made = work()
            times.append(time.perf_counter() - begin)
            del made
    return [statistics.median(times) for times in taken]
