"""Shares beside the limit that decides about them: `≥ 90%`, and never rounded onto its other side."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Self

from domain.scoring.comparison import Comparison, comparison
from domain.scoring.value import number
from words import sentences, values
from words.kinds import Kind
from words.language import Language
from words.sentences import Names

SIGNS = {">=": "≥", "<=": "≤", "!=": "≠"}
_LIMITS = ("wanted", "at_most")
"""Columns of the limit of the share in the same row: a comparison, or the most there may be."""


class LimitedShare(Fraction):
    """A share with its limit; it is compared and counted as the share alone."""

    __slots__ = ("limit",)
    limit: Fraction

    def __new__(cls, share: Fraction, limit: Fraction) -> Self:
        found = super().__new__(cls, share)
        found.limit = limit
        return found


def wanted(text: Any) -> Comparison | None:
    """A comparison with a number; None where the text is none."""
    found = _compared(text)
    return None if found is None or isinstance(found.limit, str) else found


def _compared(text: Any) -> Comparison | None:
    try:
        return comparison(text)
    except (ValueError, TypeError):
        return None


def limit_of(row: tuple[Any, ...], places: Mapping[str, int]) -> Fraction | None:
    """The limit that stands in a row, where there is one and it is a share."""
    text = next((row[places[name]] for name in _LIMITS if name in places), None)
    found = wanted(text)
    if found is not None:
        return Fraction(found.limit) if found.percent else None
    return number(text) if isinstance(text, str) else None


def limit_said(text: str, kind: Kind, language: Language, names: Names) -> str:
    """`>= 90 %` as `≥ 90%`, `= GOOD` with the word for it, and `20 %` as `20%`; any other text as it is."""
    del kind, names
    found = _compared(text)
    if found is not None:
        return comparison_said(found, language)
    part = number(text)
    return values.share(part, language) if part is not None else text


def comparison_said(found: Comparison, language: Language) -> str:
    """A sign and a number or a level, as charts and tables both write it."""
    return f"{SIGNS.get(found.sign, found.sign)} {_told(found, language)}"


def _told(found: Comparison, language: Language) -> str:
    if isinstance(found.limit, str):
        return sentences.word(found.limit, "level", language)
    return (values.share if found.percent else values.number)(found.limit, language)
