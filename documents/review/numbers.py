"""The values of a review as a language writes them; a word of a programme is said by its label."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from babel.dates import format_datetime

from projections.review.collecting import words
from words import values
from words.kinds import Kind
from words.values import DATES, NOTHING, day, instant, share, yes_no

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


def listed(value: Any, language: str) -> str:
    return "; ".join(said(each, language) for each in value)


_SHOWN: Mapping[Kind, Callable[[Any, str], str]] = {
    "text": said,
    "number": number,
    "share": share,
    "date": day,
    "yes_no": yes_no,
    "list": listed,
}


def shown(value: Any, kind: Kind, language: str) -> str:
    """A value of a table; a dash where there is none."""
    if value is None or value in ("", [], ()):
        return NOTHING
    return _SHOWN[kind](value, language)
