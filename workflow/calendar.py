"""Business days. Holidays are data, given by the caller; nothing here knows a country."""

from datetime import date, timedelta

import msgspec

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class HolidayRange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Days off in a row, both ends included; `until` is left out for a single day."""

    begin: date = msgspec.field(name="from")
    until: date | None = None
    vi: str = ""
    en: str = ""
    clause: str = ""

    def __post_init__(self) -> None:
        """Refuse a range that ends before it begins."""
        if self.until is not None and self.until < self.begin:
            message = "a holiday must not end before it begins"
            raise ValueError(message)

    def covers(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.begin <= day <= (self.until or self.begin)


class HolidayCalendar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Named holidays, and the days of a weekend that are worked in exchange for others."""

    holidays: tuple[HolidayRange, ...] = ()
    worked: tuple[date, ...] = ()

    def is_off(self, day: date) -> bool:
        """Whether the calendar takes this day off work, the weekend left aside."""
        return any(each.covers(day) for each in self.holidays)

    def is_worked(self, day: date) -> bool:
        """Whether the calendar makes this day a working day, weekend or not."""
        return day in self.worked


Holidays = frozenset[date] | HolidayCalendar
NO_HOLIDAYS: frozenset[date] = frozenset()


def is_business_day(day: date, holidays: Holidays = NO_HOLIDAYS) -> bool:
    """Whether people are at work: no weekend, no holiday, or a day worked in exchange."""
    if isinstance(holidays, HolidayCalendar):
        return holidays.is_worked(day) or not (day.weekday() >= SATURDAY or holidays.is_off(day))
    return day.weekday() < SATURDAY and day not in holidays


def on_or_after(day: date, holidays: Holidays = NO_HOLIDAYS) -> date:
    """The day itself if it is a business day, else the next one."""
    while not is_business_day(day, holidays):
        day += ONE_DAY
    return day


def on_or_before(day: date, holidays: Holidays = NO_HOLIDAYS) -> date:
    """The day itself if it is a business day, else the one before."""
    while not is_business_day(day, holidays):
        day -= ONE_DAY
    return day


def next_business_day(day: date, holidays: Holidays = NO_HOLIDAYS) -> date:
    """The first business day strictly after this day."""
    return on_or_after(day + ONE_DAY, holidays)


def previous_business_day(day: date, holidays: Holidays = NO_HOLIDAYS) -> date:
    """The last business day strictly before this day."""
    return on_or_before(day - ONE_DAY, holidays)


def add_business_days(day: date, count: int, holidays: Holidays = NO_HOLIDAYS) -> date:
    """The count-th business day after this day (before it if negative); 0 is the day itself."""
    step = next_business_day if count > 0 else previous_business_day
    for _ in range(abs(count)):
        day = step(day, holidays)
    return day


def business_days_between(first: date, last: date, holidays: Holidays = NO_HOLIDAYS) -> int:
    """How many business days come after `first`, up to and including `last`; negative if turned."""
    if last < first:
        return -business_days_between(last - ONE_DAY, first - ONE_DAY, holidays)
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(is_business_day(day, holidays) for day in days)
