"""When and how long the cell's meetings were, how many, and how they were rated."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.measures.held import Meeting, count, held_on, meetings, month_of, placed
from domain.measures.months import by_month, by_quarter
from domain.measures.window import is_in_window
from domain.programme.frames import is_rated_by
from domain.scoring.value import Ratio

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.measures.ask import Ask
    from domain.scoring.value import Value, Values

RATINGS = ("POOR", "AVERAGE", "FAIR", "GOOD")
"""Ratings of meetings, worst first."""


def minutes_by_month(ask: Ask) -> Values | None:
    """The shortest regular meeting of each month, in minutes."""
    return by_month(ask, placed(ask, "REGULAR"), _shortest)


def shortest_meeting(ask: Ask) -> Value | None:
    """The shortest regular meeting of the period, in minutes."""
    return _shortest(meetings(ask, "REGULAR"))


def _shortest(found: list[Meeting]) -> Fraction | None:
    return min((Fraction(meeting.event.minutes) for meeting in found), default=None)


def in_window_by_month(ask: Ask) -> Values | None:
    """How many regular meetings of each month were held inside the window (D-14)."""
    return by_month(ask, placed(ask, "REGULAR"), lambda found: _in_window(ask, found))


def months_in_window(ask: Ask) -> Value | None:
    """In how many months a regular meeting was held inside the window."""
    months = in_window_by_month(ask)
    return Fraction(sum(bool(held) for held in months)) if months else None


def _in_window(ask: Ask, found: list[Meeting]) -> Fraction:
    window, holidays = ask.rules.window, ask.world.holidays()
    if window is None:
        return count(found)
    inside = (is_in_window(held_on(m), m.event.scheduled_on, window, holidays) for m in found)
    return Fraction(sum(inside))


def regular_by_month(ask: Ask) -> Values | None:
    """How many regular meetings each month had."""
    return by_month(ask, placed(ask, "REGULAR"), count)


def regular_meetings_held(ask: Ask) -> Value | None:
    """In how many months a regular meeting was held: two in one month make up for no other."""
    months = {month_of(meeting) for meeting in meetings(ask, "REGULAR")}
    return Fraction(len(months)) if months else None


def thematic_by_quarter(ask: Ask) -> Values | None:
    """How many thematic meetings each quarter had; None where no meeting of any kind is known."""
    return by_quarter(ask, placed(ask, ""), _thematic)


def _thematic(found: list[Meeting]) -> Fraction:
    return Fraction(sum(meeting.event.kind == "THEMATIC" for meeting in found))


def fewest_thematic(ask: Ask) -> Value | None:
    """The fewest thematic meetings in any quarter that was due."""
    counts = [each for each in thematic_by_quarter(ask) or () if isinstance(each, Fraction)]
    return min(counts, default=None)


def prepared(ask: Ask) -> Value | None:
    """Of the regular meetings, those that were prepared (CG-CRI-1.2.b)."""
    return _share(meetings(ask, "REGULAR"), lambda meeting: meeting.event.prepared)


def with_resolution(ask: Ask) -> Value | None:
    """Of the regular meetings, those that issued a resolution (CG-CRI-1.2.e)."""
    return _share(meetings(ask, "REGULAR"), lambda meeting: bool(meeting.event.resolution.strip()))


def with_minutes(ask: Ask) -> Value | None:
    """Of the regular meetings, those whose minutes were written and kept (CG-CRI-1.2.f)."""
    return _share(meetings(ask, "REGULAR"), lambda meeting: meeting.event.minutes_kept)


def fewest_speakers(ask: Ask) -> Value | None:
    """How many spoke at the regular meeting where the fewest did (CG-CRI-1.2.d)."""
    spoke = (Fraction(meeting.event.speakers) for meeting in meetings(ask, "REGULAR"))
    return min(spoke, default=None)


def _share(found: list[Meeting], has: Callable[[Meeting], bool]) -> Ratio | None:
    return Ratio(sum(map(has, found)), len(found)) if found else None


def ratings_by_month(ask: Ask) -> Values | None:
    """The worst rating of the regular meetings of each month; None where one is not rated by the frame asked for.

    Without any rating nothing is known, and the sheet's own counts.
    """
    ratings = by_month(ask, placed(ask, "REGULAR"), lambda held: _worst(ask, held))
    return ratings if ratings and (any(ratings) or _by_another_frame(ask)) else None


def _by_another_frame(ask: Ask) -> bool:
    """Whether a meeting was rated, and by a frame that does not count here."""
    rated = ask.own_year().ratings
    known = (rated.get(each.event.meeting) for each in meetings(ask, "REGULAR"))
    return any(each is not None and not is_rated_by(each.event, ask.frame) for each in known)


def worst_rating(ask: Ask) -> Value | None:
    """The worst rating of the period; None while a month that was due has no rating."""
    monthly = ratings_by_month(ask) or []
    ratings = [each for each in monthly if isinstance(each, str)]
    return min(ratings, key=RATINGS.index, default=None) if len(ratings) == len(monthly) else None


def _worst(ask: Ask, held: list[Meeting]) -> str | None:
    known = (ask.own_year().ratings.get(meeting.event.meeting) for meeting in held)
    ratings = [each.event.rating for each in known if each and is_rated_by(each.event, ask.frame)]
    return min(ratings, key=RATINGS.index, default=None) if len(ratings) == len(held) else None
