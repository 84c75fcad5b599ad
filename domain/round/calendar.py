"""The log's own stream: it is opened, and public holidays are declared year by year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from domain.events import round as r
from domain.fact_decisions import permitted
from domain.refusals import refusal
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.decided import Decided
    from domain.envelope import Stamp
    from domain.events.base import Event
    from domain.world import World


class Calendar(msgspec.Struct):
    """Declared holidays by year; a later declaration of a year replaces the earlier one."""

    years: dict[int, list[date]] = {}

    @property
    def holidays(self) -> frozenset[date]:
        return frozenset(day for days in self.years.values() for day in days)


def evolve_calendar(calendar: Calendar | None, event: Event, _stamp: Stamp) -> Calendar:
    """Apply an event; raise TypeError for one that is not of the log's own stream."""
    calendar = calendar or Calendar()
    if isinstance(event, r.HolidaysDeclared):
        calendar.years[event.year] = list(event.days)
    elif not isinstance(event, r.LogOpened):
        raise TypeError(type(event))
    return calendar


def decide_calendar(_calendar: Calendar | None, command: Command, world: World) -> Decided:
    """Decide a declaration of holidays; raise RefusedError with every reason."""
    payload = command.payload
    outside = [day for day in payload.days if day.year != payload.year]
    against = [
        refusal("holiday_of_another_year", day=day, year=kinds.ordinal(payload.year))
        for day in outside
    ]
    return permitted(command, world, against, payload)
