"""Deadlines as data, and the day on which one falls due."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Annotated, Literal

import msgspec

from workflow.calendar import (
    NO_HOLIDAYS,
    Holidays,
    add_business_days,
    on_or_after,
    on_or_before,
)

LEAP_YEAR = 2024
Count = Annotated[int, msgspec.Meta(ge=0, le=3660)]


class DayOfYear(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day of the calendar, in the period's year or `year_offset` years later."""

    month: Annotated[int, msgspec.Meta(ge=1, le=12)]
    day: Annotated[int, msgspec.Meta(ge=1, le=31)]
    year_offset: int = 0

    def __post_init__(self) -> None:
        """Refuse a day that no year has."""
        date(LEAP_YEAR, self.month, self.day)

    def on(self, year: int) -> date:
        """That day; 29 February is the 28th in a common year."""
        year += self.year_offset
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))

    def before(self, year: int) -> date:
        """The last day strictly before it."""
        return date(year + self.year_offset, self.month, 1) + timedelta(days=self.day - 2)


class Within(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many days, or business days, after a step or another dated fact."""

    after: str
    days: Count | None = None
    business_days: Count | None = None

    def __post_init__(self) -> None:
        """Refuse a period with no length, or with two."""
        if (self.days is None) == (self.business_days is None):
            message = "give either days or business_days"
            raise ValueError(message)

    def counted(self, begin: date, holidays: Holidays) -> date:
        """The last day of the period; the day it begins on is not counted."""
        if self.business_days is not None:
            return add_business_days(begin, self.business_days, holidays)
        return begin + timedelta(days=self.days or 0)


class Years(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The years for which a deadline is meant, both ends included; an end left out is open."""

    begin: int = msgspec.field(name="from", default=date.min.year)
    until: int = date.max.year

    def holds(self, year: int) -> bool:
        """Whether the year is one of them."""
        return self.begin <= year <= self.until

    def overlaps(self, other: "Years") -> bool:
        """Whether some year is in both."""
        return max(self.begin, other.begin) <= min(self.until, other.until)


EVERY_YEAR = Years()


class Deadline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Exactly one of `on`, `before` (strictly), `quarter` (its last day), `within` or `variants`.

    `years` says for which years it is meant. `variants` are deadlines of their own, for years
    that do not overlap. `roll` moves a day that nobody works to the next or the previous one.
    """

    on: DayOfYear | None = None
    before: DayOfYear | None = None
    quarter: Annotated[int, msgspec.Meta(ge=1, le=4)] | None = None
    within: Within | None = None
    variants: tuple["Deadline", ...] = ()
    years: Years = EVERY_YEAR
    roll: Literal["none", "next", "previous"] = "none"
    vi: str = ""
    en: str = ""
    clause: str = ""
    default: str = ""

    def __post_init__(self) -> None:
        """Refuse a deadline that says nothing, or two things."""
        kinds = (self.on, self.before, self.quarter, self.within, self.variants or None)
        if sum(kind is not None for kind in kinds) != 1:
            message = "give exactly one of on, before, quarter, within, variants"
            raise ValueError(message)
        if any(one.years.overlaps(two.years) for one, two in combinations(self.variants, 2)):
            message = "two variants are meant for the same year"
            raise ValueError(message)


def due_on(
    deadline: Deadline,
    year: int,
    dates: Mapping[str, date],
    holidays: Holidays = NO_HOLIDAYS,
) -> date | None:
    """The last day on which it is in time, for a period of that year.

    `dates` says when each step or fact happened. None: the deadline is not meant for that year,
    or what it counts from has not happened yet.
    """
    if not deadline.years.holds(year):
        return None
    if deadline.variants:
        found = (due_on(variant, year, dates, holidays) for variant in deadline.variants)
        return next((day for day in found if day is not None), None)
    day = _unrolled(deadline, year, dates, holidays)
    return day and _rolled(day, deadline.roll, holidays)


def _unrolled(
    deadline: Deadline,
    year: int,
    dates: Mapping[str, date],
    holidays: Holidays,
) -> date | None:
    match deadline:
        case Deadline(on=DayOfYear() as day):
            return day.on(year)
        case Deadline(before=DayOfYear() as day):
            return day.before(year)
        case Deadline(within=Within() as within):
            begin = dates.get(within.after)
            return begin and within.counted(begin, holidays)
    month = 3 * (deadline.quarter or 4)
    return date(year, month, monthrange(year, month)[1])


def _rolled(day: date, roll: str, holidays: Holidays) -> date:
    match roll:
        case "next":
            return on_or_after(day, holidays)
        case "previous":
            return on_or_before(day, holidays)
    return day
