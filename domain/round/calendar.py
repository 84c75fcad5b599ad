"""The log's own stream: it is opened, and public holidays are declared year by year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from domain.decided import Decided
from domain.events import round as r
from domain.fact_decisions import permitted
from domain.person.decide import unusable_id
from domain.refusal import refusal, refuse_if_any
from domain.streams import LOG
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
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


def decide_log(calendar: Calendar | None, command: Command, world: World) -> Decided:
    """Decide a command on the log's own stream; raise RefusedError with every reason."""
    if isinstance(command.payload, r.LogOpened):
        return _opened(calendar, command, world)
    return _declared(command, world)


def _opened(calendar: Calendar | None, command: Command, world: World) -> Decided:
    """A log is opened once, by a person who holds no mandate yet: the act is its own authority."""
    against = [refusal("log_is_open")] if calendar is not None else []
    refuse_if_any([*against, *unusable_id(command.signed_by)])
    return Decided([r.LogOpened(simulated=world.simulated)], LOG, command.organ)


def _declared(command: Command, world: World) -> Decided:
    payload = command.payload
    outside = [day for day in payload.days if day.year != payload.year]
    against = [
        refusal("holiday_of_another_year", day=day, year=kinds.ordinal(payload.year))
        for day in outside
    ]
    return permitted(command, world, against, payload)
