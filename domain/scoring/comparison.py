"""Comparisons of a programme file: `>= 85 %`, `= 0`, `≥ 90`, `= GOOD`, compared exactly (D-11)."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING

import msgspec

from domain.scoring.value import Ratio, Value, number

if TYPE_CHECKING:
    from collections.abc import Callable

_FORM = re.compile(r"\s*(?P<sign>>=|<=|!=|==|≥|≤|≠|=|<|>)\s*(?P<limit>[^\s<>=!≥≤≠].*?)\s*")
_SIGNS = {"≥": ">=", "≤": "<=", "≠": "!=", "==": "="}
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">=": ge, "<=": le, "!=": ne, "=": eq, "<": lt, ">": gt,
}  # fmt: skip
KEPT = 1024
"""How many comparisons and ranges stay read: programme files name a few hundred."""
_SCALES = (
    ("POOR", "AVERAGE", "FAIR", "GOOD"),
    ("NOT_COMPLETED", "COMPLETED", "WELL", "EXCELLENT"),
)


class Comparison(msgspec.Struct, frozen=True):
    """A sign and a limit: a number, or a word of the glossary such as `GOOD`."""

    sign: str
    limit: Fraction | str
    percent: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The words that can be compared with the limit, highest first; none where it is a number."""
        if not isinstance(self.limit, str):
            return ()
        scales = (scale[::-1] for scale in _SCALES if self.limit in scale)
        return next(scales, (self.limit,))

    def can_compare(self, value: Value | None) -> bool:
        """Whether a value is of the kind of the limit: a number of a number, a word of its scale of a word."""
        if isinstance(self.limit, str):
            return value in self.words
        return isinstance(value, Fraction) or (isinstance(value, Ratio) and value.of > 0)

    def holds(self, value: Value | None) -> bool:
        """Whether the value passes; one that cannot be compared with the limit does not."""
        pair = self._pair(value)
        return pair is not None and _COMPARE[self.sign](*pair)

    def _pair(self, value: Value | None) -> tuple[int, int] | None:
        if isinstance(self.limit, str):
            return rank_pair(value, self.limit) if isinstance(value, str) else None
        if isinstance(value, Ratio):
            return _crossed(value.count, value.of, self.limit) if value.of else None
        if isinstance(value, Fraction):
            return _crossed(value.numerator, value.denominator, self.limit)
        return None


@lru_cache(maxsize=KEPT)
def comparison(text: str) -> Comparison:
    """Read a comparison; raise ValueError when it is none, or orders words of no known scale."""
    match = _FORM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a comparison: {text}")
    sign, limit = _SIGNS.get(match["sign"], match["sign"]), match["limit"]
    exact = number(limit)
    if exact is not None:
        return Comparison(sign, exact, percent=limit.endswith("%"))
    ordered = sign in {"=", "!="} or any(limit in scale for scale in _SCALES)
    if limit[0].isdigit() or not ordered:
        raise ValueError(f"not a comparison: {text}")
    return Comparison(sign, limit)


def rank_pair(one: str, other: str) -> tuple[int, int] | None:
    """Answer the ranks of two words of one scale; otherwise whether they are the same word."""
    for scale in _SCALES:
        if other in scale:
            return (scale.index(one), scale.index(other)) if one in scale else None
    return (0, 0) if one == other else (0, 1)


def _crossed(count: int, of: int, limit: Fraction) -> tuple[int, int]:
    return count * limit.denominator, limit.numerator * of
