"""The values of a review as a language writes them; a word of a programme is said by its label."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from babel.dates import format_datetime

from projections.review.collecting import words
from words import values
from words.kinds import Kind
from words.values import DATES, NOTHING, Exact, day, instant, yes_no

__all__ = ["NOTHING", "day", "instant", "listed", "number", "said", "share", "shown", "yes_no"]

STAMP = re.compile(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?")


def said(value: Any, language: str) -> str:
    """The label of a word; a date or a moment that came as text as the language writes it."""
    found = str(words.said(value, language))
    if not STAMP.fullmatch(found):
        return found
    try:
        moment = datetime.fromisoformat(found)
    except ValueError:
        return found
    pattern = DATES[language] + (" HH:mm" if " " in found else "")
    return format_datetime(moment, format=pattern, locale=language)


def number(value: Any, language: str) -> str:
    """As `words.values.number`; numbers that came as text stay as they are."""
    return value if isinstance(value, str) else values.number(value, language)


def share(value: Exact, language: str) -> str:
    """As `words.values.share`; one that knows its limit is not rounded onto the other side of it."""
    return values.share(value, language, getattr(value, "limit", None))


def listed(value: Any, language: str) -> str:
    return "; ".join(said(each, language) for each in value)


def lines(value: Any, language: str) -> str:
    return "\n".join(said(each, language) for each in value)


_SHOWN: Mapping[Kind, Callable[[Any, str], str]] = {
    "number": number,
    "ordinal": lambda value, _: str(value),
    "share": share,
    "date": day,
    "yes_no": yes_no,
    "list": listed,
    "lines": lines,
    "instant": instant,
}


def shown(value: Any, kind: Kind, language: str) -> str:
    """A value of a table; a dash where there is none."""
    if value is None or value in ("", [], ()):
        return NOTHING
    return _SHOWN.get(kind, _one_or_several)(value, language)


def _one_or_several(value: Any, language: str) -> str:
    """A text, a word, or what another column's kind left: a number in a list of differences."""
    for types, show in _BY_TYPE:
        if isinstance(value, types):
            return show(value, language)
    return said(value, language)


_BY_TYPE: Sequence[tuple[tuple[type, ...], Callable[[Any, str], str]]] = (
    ((list, tuple), listed),
    ((bool,), yes_no),
    ((Fraction,), share),
    ((int, Decimal), number),
    ((date,), day),
)
