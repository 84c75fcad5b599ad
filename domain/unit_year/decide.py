"""Deciding commands on a unit's year: every reason against a fact, or the fact itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.events import unit_year as y
from domain.fact_decisions import permitted
from domain.refusal import Refusal, refusal
from domain.unit_year import meetings, owed, papers, rating, recognised
from domain.unit_year.dates import date_refusals, place_of
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.commands import Command
    from domain.decided import Decided
    from domain.events.base import Event
    from domain.unit_year.state import UnitYear
    from domain.world import World


def decide(state: UnitYear | None, command: Command, world: World) -> Decided:
    """Decide a command on a unit's year; raise RefusedError with every reason."""
    payload: Event = command.payload
    check = _CHECKS[type(payload)]
    against = [
        *_of_unit(command, world), *date_refusals(command), *check(state, command, world)
    ]  # fmt: skip
    if isinstance(payload, y.MeetingRated):
        payload = rating.rated_with_outcome(state, payload, world)
    elif isinstance(payload, y.ClassificationImported):
        payload = recognised.relying(payload, place_of(command.stream).year, world)
    elif isinstance(payload, y.PeriodicReportFiled):
        payload = owed.with_programme(command, world)
    elif isinstance(payload, y.MonthlyReportFiled):
        payload = replace(payload, programme=owed.monthly_programme(command, world))
    return permitted(command, world, against, payload)


def _of_unit(command: Command, world: World) -> list[Refusal]:
    unit = place_of(command.stream).unit
    return [] if world.unit(unit) else [refusal("unit_unknown", unit=kinds.unit(unit))]


_CHECKS: dict[type[Event], Callable[[UnitYear | None, Command, World], list[Refusal]]] = {
    y.MeetingRecorded: meetings.meeting_refusals,
    y.MeetingRated: rating.rating_refusals,
    y.SessionHeld: meetings.session_refusals,
    y.MonthlyReportFiled: papers.monthly_report_refusals,
    y.PeriodicReportFiled: owed.report_refusals,
    y.ClassificationImported: papers.classification_refusals,
    y.DisciplineRecorded: papers.discipline_refusals,
    y.BreachRecorded: papers.breach_refusals,
    y.FigureReported: papers.figure_refusals,
    y.FeePaid: papers.fee_refusals,
    y.DisseminationHeld: owed.programme_refusals,
    y.DutyPerformed: owed.duty_refusals,
}
"""What is asked of each fact; a command of another kind is a bug and raises KeyError."""
