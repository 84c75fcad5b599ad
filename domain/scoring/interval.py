"""Ranges of a programme file, `[80, 90)` or `[80 %, 90 %)`, and the holes between them."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from domain.scoring.comparison import KEPT
from domain.scoring.value import Ratio, Value, number, shown

_FORM = re.compile(
    r"\s*(?P<left>[\[(])\s*(?P<low>[^;]*?)\s*[,;]\s*(?P<high>[^;]*?)\s*(?P<right>[\])])\s*(?P<unit>%)?\s*"
)
Cut: TypeAlias = tuple[Fraction, int]
"""A place between numbers: just before one (0) or just after it (1)."""


class Interval(msgspec.Struct, frozen=True):
    """From one cut to another; a side that is None is open without end."""

    start: Cut | None
    end: Cut | None
    percent: bool = False

    def holds(self, value: Value | None) -> bool:
        """Whether the value lies in the range; words and ratios of nothing do not."""
        exact = _exact(value)
        if exact is None:
            return False
        above = self.start is None or self.start <= (exact, 0)
        return above and (self.end is None or (exact, 1) <= self.end)


class Flaw(NamedTuple):
    """A hole between ranges, or a stretch in two of them at once."""

    kind: Literal["gap", "overlap"]
    range: str


@lru_cache(maxsize=KEPT)
def interval(text: str) -> Interval:
    """Read a range (`[90, )` has no upper end); raise ValueError when it is none or is empty."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a range: {text}")
    percent = "%" in text
    start = _cut(match["low"], after=match["left"] == "(", percent=percent)
    end = _cut(match["high"], after=match["right"] == "]", percent=percent)
    if start is not None and end is not None and start >= end:
        raise ValueError(f"an empty range: {text}")
    return Interval(start, end, percent)


def gaps_and_overlaps(
    ranges: list[str], low: Fraction | int | str, high: Fraction | int | str
) -> list[Flaw]:
    """List what the ranges leave out between `low` and `high` (both included) or name twice.

    `low` and `high` are written as in the ranges: `"100 %"` for ranges in percent.
    """
    reached, limit = _bound(low, 0), _bound(high, 1)
    flaws: list[Flaw] = []
    covered: Cut | None = None
    for each in sorted(_ends(interval(text)) for text in ranges):
        if each[0] > reached:
            flaws.append(Flaw("gap", _written(reached, min(each[0], limit))))
        elif covered is not None and each[0] < covered:
            flaws.append(Flaw("overlap", _written(each[0], min(each[1], covered))))
        covered = max(each[1], covered or each[1])
        reached = max(reached, covered)
    if reached < limit:
        flaws.append(Flaw("gap", _written(reached, limit)))
    return flaws


_FAR = Fraction(10**12)


def _ends(each: Interval) -> tuple[Cut, Cut]:
    return each.start or (-_FAR, 0), each.end or (_FAR, 1)


def _cut(text: str, *, after: bool, percent: bool) -> Cut | None:
    if not text:
        return None
    exact = number(text, percent=percent)
    if exact is None:
        raise ValueError(f"not a number: {text}")
    return exact, int(after)


def _bound(value: Fraction | int | str, side: int) -> Cut:
    exact = number(str(value))
    if exact is None:
        raise ValueError(f"not a number: {value}")
    return exact, side


def _written(start: Cut, end: Cut) -> str:
    return f"{'(' if start[1] else '['}{shown(start[0])}, {shown(end[0])}{']' if end[1] else ')'}"


def _exact(value: Value | None) -> Fraction | None:
    if isinstance(value, Ratio):
        return Fraction(value.count, value.of) if value.of else None
    return value if isinstance(value, Fraction) else None
