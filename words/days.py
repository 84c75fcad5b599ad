"""The one reader of days that people type, in a form, a table, an option or a scenario."""

from __future__ import annotations

import re
from datetime import date

_FORMS = (
    re.compile(
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[ T]00:00(?::00)?)?", re.ASCII
    ),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})", re.ASCII),
)


def read_day(text: str) -> date | None:
    """A day typed as 05/12/2024, 5/12/2024 or 2024-12-05; None where it is none.

    A cell of a workbook that holds a day may come with the hour 00:00:00.
    """
    for form in _FORMS:
        found = form.fullmatch(text.strip())
        if found is not None:
            return _day(**{name: int(digits) for name, digits in found.groupdict().items()})
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
