"""When facts of a year may be dated: in the year, or after it for what is only known then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from domain.events import unit_year as y
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.events.base import Event

_AFTER_THE_YEAR: tuple[type[Event], ...] = (
    y.MeetingRated,
    y.MonthlyReportFiled,
    y.PeriodicReportFiled,
    y.ClassificationImported,
    y.FigureReported,
    y.FeePaid,
)
"""What is rated, reported, classified or paid when the year is over, at most a year later."""


class Place(NamedTuple):
    """The unit and the year that a stream is about."""

    unit: str
    year: int


def place_of(stream: str) -> Place:
    """Read the name of a unit-year stream."""
    unit, _, year = stream.removeprefix("unit-year:").rpartition(":")
    return Place(unit, int(year))


def date_refusals(command: Command) -> list[Refusal]:
    """Refuse a date outside the year."""
    on, year = command.effective_on, place_of(command.stream).year
    last = year + isinstance(command.payload, _AFTER_THE_YEAR)
    if date(year, 1, 1) <= on <= date(last, 12, 31):
        return []
    return [refusal("date_outside_year", on=on, year=kinds.ordinal(year))]
