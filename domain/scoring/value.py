"""Values that criteria look at: exact numbers, ratios kept as counted, words."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

import msgspec

_NUMBER = re.compile(r"(?P<number>[+-]?\d+([.,]\d+)?)\s*(?P<percent>%)?")
_RATIO = re.compile(r"(?P<count>\d+)\s*/\s*(?P<of>\d+)")


class Ratio(msgspec.Struct, frozen=True):
    """`count` out of `of`, never reduced, so that people see 17/20 and not 85 % (D-11)."""

    count: int
    of: int


Value: TypeAlias = Fraction | Ratio | str
"""A single value. A percentage is its fraction: 85 % is 17/20."""

Values: TypeAlias = list[Value | None]
"""A value for each month or quarter that was due; None where there is none."""


def number(text: str, *, percent: bool = False) -> Fraction | None:
    """Read `85`, `84.99 %`, `84,99 %` or `2/3`, or answer None.

    With `percent` a plain number counts as a percentage, so that `84` never passes `>= 85 %`.
    """
    text = text.strip()
    if ratio := _RATIO.fullmatch(text):
        return Fraction(int(ratio["count"]), int(ratio["of"])) if int(ratio["of"]) else None
    if match := _NUMBER.fullmatch(text):
        exact = Fraction(match["number"].replace(",", "."))
        return exact / 100 if percent or match["percent"] else exact
    return None


def read(text: str, *, percent: bool = False) -> Value | None:
    """Read an entered value; a text that is no number is a word, an empty one is nothing."""
    text = text.strip()
    if ratio := _RATIO.fullmatch(text):
        return Ratio(int(ratio["count"]), int(ratio["of"]))
    exact = number(text, percent=percent)
    return exact if exact is not None else text or None


def read_series(text: str) -> Values:
    """Read values separated by `;` (or `,` where no number needs it); `-` is a missing one."""
    parts = re.split(r";" if ";" in text else r",", text)
    return [None if part.strip() in {"", "-"} else read(part) for part in parts]


def shown(value: Value | Values | None) -> str:
    """Write a value as people read it."""
    if isinstance(value, list):
        return "; ".join(shown(each) for each in value)
    if isinstance(value, Ratio):
        return f"{value.count}/{value.of}"
    if isinstance(value, Fraction):
        return str(value) if _endless(value) else f"{decimal(value):f}"
    return value or "-"


def _endless(value: Fraction) -> bool:
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest != 1


def decimal(value: Fraction) -> Decimal:
    """Write a fraction as a decimal; exact for every number of points."""
    return Decimal(value.numerator) / Decimal(value.denominator)
