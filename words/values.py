"""Values as a language writes them: 1.234,5 and 31/12/2024, or 1,234.5 and 31 Dec 2024.

Numbers and shares are rounded half to even, but never onto a whole number that they are not: 79.96 %
with a limit of 80 is shown as 79.96 %, so that what is shown never contradicts what was decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from words.language import Language, say

HOME = ZoneInfo("Asia/Ho_Chi_Minh")
"""The offices' time: the only time zone there is."""
NOTHING = "–"
DATES = {"vi": "dd/MM/yyyy", "en": "d MMM yyyy"}
EXACTEST = 6
"""Decimals after which even a number just beside a whole one is cut."""

Exact = int | Decimal | Fraction


def day(value: date | str, language: Language) -> str:
    """A date; as text it is ISO."""
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return format_date(found, format=DATES[language], locale=language)


def instant(value: datetime | str, language: Language) -> str:
    """A moment in the offices' time, to the minute; without an offset it is theirs already."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    here = found.astimezone(HOME) if found.tzinfo else found.replace(tzinfo=HOME)
    return format_datetime(here, format=f"{DATES[language]} HH:mm", tzinfo=HOME, locale=language)


def local_day(instant: datetime | str) -> date:
    """The offices' day of a moment, which has an offset."""
    found = datetime.fromisoformat(instant) if isinstance(instant, str) else instant
    return found.astimezone(HOME).date()


def number(value: Exact, language: Language, decimals: int = 2) -> str:
    """A number with at most `decimals` decimals, more where it would become a whole one."""
    return format_decimal(_rounded(Fraction(value), decimals), format=_FORM, locale=language)


def share(value: Exact, language: Language, limit: Exact | None = None) -> str:
    """A part of one in percent, with at most one decimal.

    More where it would become a whole number of percent, or pass to the other side of `limit`.
    """
    return f"{format_decimal(percent(value, limit), format=_FORM, locale=language)}%"


def percent(value: Exact, limit: Exact | None = None) -> Decimal:
    """The number that `share` writes."""
    edge = None if limit is None else Fraction(limit) * 100
    return _rounded(Fraction(value) * 100, 1, edge)


def money(value: Exact, language: Language) -> str:
    """An amount in đồng."""
    return format_currency(Decimal(round(Fraction(value))), "VND", locale=language)


def yes_no(value: object, language: Language) -> str:
    return say("value.yes" if value else "value.no", language)


def listed(values: Iterable[str], language: Language) -> str:
    """Several things in a sentence: “a, b và c”."""
    return format_list(list(values), style="standard", locale=language)


def either(values: Iterable[str], language: Language) -> str:
    """One of several things in a sentence: “a, b hoặc c”."""
    return format_list(list(values), style="or", locale=language)


_FORM = "#,##0.######"


def _rounded(exact: Fraction, decimals: int, limit: Fraction | None = None) -> Decimal:
    """To the fewest decimals, from `decimals` on, that say nothing untrue; else cut towards zero."""
    for places in range(decimals, EXACTEST + 1):
        short = Fraction(round(exact * 10**places), 10**places)
        if _true(short, exact, limit):
            return _decimal(short, places)
    return _decimal(Fraction(int(exact * 10**EXACTEST), 10**EXACTEST), EXACTEST)


def _true(short: Fraction, exact: Fraction, limit: Fraction | None) -> bool:
    if short == exact:
        return True
    if short.denominator == 1:
        return False
    return limit is None or (short > limit, short < limit) == (exact > limit, exact < limit)


def _decimal(exact: Fraction, places: int) -> Decimal:
    return Decimal(int(exact * 10**places)).scaleb(-places)
