"""The days of the month on which a regular meeting may be held (CG-THR-1, CG-THR-2, D-14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.calendar import is_business_day

if TYPE_CHECKING:
    from datetime import date

    from domain.programme.procedure import Window


def is_in_window(
    held_on: date, scheduled_on: date | None, window: Window, holidays: frozenset[date]
) -> bool:
    """Whether a meeting was held on one of the window's days, or of the widened window's.

    The widened days count only when the scheduled day is one of the window's own and a holiday, a
    Saturday or a Sunday, and no further from it than the window is widened. Where no scheduled day
    was recorded it is the window's nearest one.
    """
    if window.first <= held_on.day <= window.last:
        return True
    if not window.widened_first <= held_on.day <= window.widened_last:
        return False
    nearest = window.first if held_on.day < window.first else window.last
    scheduled = scheduled_on or held_on.replace(day=nearest)
    same_month = (scheduled.year, scheduled.month) == (held_on.year, held_on.month)
    inside = same_month and window.first <= scheduled.day <= window.last
    moved = window.first - window.widened_first, window.widened_last - window.last
    near = -moved[0] <= (held_on - scheduled).days <= moved[1]
    return inside and near and not is_business_day(scheduled, holidays)
