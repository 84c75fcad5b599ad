"""Periods of rounds: a year `2024`, a quarter `2024-Q1`, a month `2024-05`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"(?P<year>[0-9]{4})(-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?")


def is_period(text: str) -> bool:
    return _FORM.fullmatch(text) is not None


def cadence_of(period: str) -> str:
    """Answer `year`, `quarter` or `month`."""
    match = _match(period)
    return "quarter" if match["quarter"] else "month" if match["month"] else "year"


def year_of(period: str) -> int:
    """Answer the year of a period; raise ValueError when it is none."""
    return int(_match(period)["year"])


def month_of(period: str) -> int | None:
    """Answer the month of a monthly period, None for a longer one."""
    month = _match(period)["month"]
    return int(month) if month else None


def first_day(period: str) -> date:
    """Answer the first day of a period; raise ValueError when it is none."""
    return date(year_of(period), _months(period)[0], 1)


def last_day(period: str) -> date:
    """Answer the last day of a period; raise ValueError when it is none."""
    year, month = year_of(period), _months(period)[-1]
    return date(year, month, monthrange(year, month)[1])


def previous(period: str) -> str:
    """Answer the period of the same length just before."""
    match, year = _match(period), year_of(period)
    if match["month"]:
        month = int(match["month"])
        return f"{year}-{month - 1:02}" if month > 1 else f"{year - 1}-12"
    if match["quarter"]:
        quarter = int(match["quarter"])
        return f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"
    return str(year - 1)


def following(period: str) -> str:
    """Answer the period of the same length just after."""
    match, year = _match(period), year_of(period)
    if match["month"]:
        month = int(match["month"])
        return f"{year}-{month + 1:02}" if month < 12 else f"{year + 1}-01"
    if match["quarter"]:
        quarter = int(match["quarter"])
        return f"{year}-Q{quarter + 1}" if quarter < 4 else f"{year + 1}-Q1"
    return str(year + 1)


def within(period: str, every: str) -> list[str]:
    """Answer the months or quarters (`month`, `quarter`) of a period, in order; none that is not shorter."""
    year, months = year_of(period), _months(period)
    if every == "month":
        return [f"{year}-{month:02}" for month in months] if len(months) > 1 else []
    quarters = range(1, 5) if cadence_of(period) == "year" else range(0)
    return [f"{year}-Q{quarter}" for quarter in quarters]


def _months(period: str) -> range:
    match = _match(period)
    if match["month"]:
        return range(int(match["month"]), int(match["month"]) + 1)
    if match["quarter"]:
        return range(3 * int(match["quarter"]) - 2, 3 * int(match["quarter"]) + 1)
    return range(1, 13)


def _match(period: str) -> re.Match[str]:
    match = _FORM.fullmatch(period)
    if match is None:
        raise ValueError(period)
    return match
