"""Values as a language writes them: 1.234,5 and 31/12/2024, or 1,234.5 and 31 Dec 2024."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent

from projections.review.collecting import words
from words.kinds import Kind

HOME = ZoneInfo("Asia/Ho_Chi_Minh")
NOTHING = "–"
YES_NO = {"vi": ("có", "không"), "en": ("yes", "no")}
DATES = {"vi": "dd/MM/yyyy", "en": "d MMM yyyy"}


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
    """With at most two decimals, half to even; numbers that came as text stay as they are."""
    if isinstance(value, str):
        return value
    exact = Fraction(value)
    short = Decimal(round(exact * 100)).scaleb(-2)
    return format_decimal(short, format="#,##0.##", locale=language)


def share(value: Any, language: str) -> str:
    """A part of one, in percent with at most one decimal."""
    short = Decimal(round(Fraction(value) * 1000)).scaleb(-3)
    return format_percent(short, format="#,##0.#%", locale=language)


def day(value: Any, language: str) -> str:
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return format_date(found, format=DATES[language], locale=language)


def instant(value: str, language: str) -> str:
    """A moment in Vietnam's time, to the minute."""
    found = datetime.fromisoformat(value).astimezone(HOME)
    return format_datetime(found, format=f"{DATES[language]} HH:mm", tzinfo=HOME, locale=language)


def yes_no(value: Any, language: str) -> str:
    return YES_NO[language][0 if value else 1]


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
