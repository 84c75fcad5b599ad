"""The one reader of days that people type, in a form, a table, an option or a scenario."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

FIRST, LAST = 1900, 2100
"""Years that a typed day may have: what lies outside is a slip of the finger."""
_FORMS = (
    re.compile(
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[ T]00:00(?::00)?)?", re.ASCII
    ),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII),
)
Why = Literal["unreadable", "impossible", "far_off"]
"""Why a text is no day: not written as one, not in the calendar, in a year outside the bounds."""


def read_day(text: str) -> date | None:
    """A day typed as 05/12/2024, 5/12/2024 or 2024-12-05; None where it is none.

    A cell of a workbook that holds a day may come with the hour 00:00:00.
    """
    found = day_or_why(text)
    return found if isinstance(found, date) else None


def day_or_why(text: str) -> date | Why:
    """A day as `read_day` reads it, or why it is none; the day comes first, never the month."""
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found is not None:
            return _day(**{name: int(digits) for name, digits in found.groupdict().items()})
    return "unreadable"


def _day(year: int, month: int, day: int) -> date | Why:
    if not FIRST <= year <= LAST:
        return "far_off"
    try:
        return date(year, month, day)
    except ValueError:
        return "impossible"
