"""A unit in a month: its meetings with who came and their rating, its roll, fees and report, as they are recorded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from application.questions.cases import world_of
from domain.measures.held import held_on, month_of
from domain.refusal import RefusedError, refusal
from domain.unit_year.roll import last_day_of, roll_on, unlisted_on
from domain.unit_year.state import UnitYear
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.questions.sight import Sight
    from application.running.system import System
    from domain.world import World

YEARS = range(2000, 2100)
"""Years that have months; another one is a slip of the finger."""


class MeetingShown(NamedTuple):
    """A meeting: how many stand on each of its lists and on none; `rating` is empty before it is given."""

    meeting: str
    kind: str
    on: date
    minutes: int
    present: int
    excused: int
    unexcused: int
    exempt: int
    unlisted: int
    rating: str
    score: Decimal | None


class MemberShown(NamedTuple):
    """Somebody on the roll; `paid_on` is the day on which their fee of the month was recorded, ISO, empty for none."""

    person: str
    exempt: bool
    paid_on: str


class UnitMonth(NamedTuple):
    """`on` is the day of the roll: the last of the month, or today if sooner; `reported_on` that of monthly reports."""

    unit: str
    name: str
    year: int
    month: int
    on: date
    meetings: tuple[MeetingShown, ...]
    members: tuple[MemberShown, ...]
    reported_on: tuple[str, ...]


def unit_month(system: System, sight: Sight, code: str, year: int, month: int) -> UnitMonth:
    """A unit's month; refuses a unit that is not there or that one may not look into, and a month that is none."""
    world = world_of(system)
    unit = world.unit(code)
    in_time = year in YEARS and 1 <= month <= 12
    if unit is None or code not in sight.units or not in_time:
        raise RefusedError([refusal("unit_unknown", unit=kinds.unit(code))])
    on = min(last_day_of(year, month), world.today)
    state = world.unit_year(code, year) or UnitYear(code, year)
    return UnitMonth(
        unit=code,
        name=unit.name_on(on),
        year=year,
        month=month,
        on=on,
        meetings=tuple(_meetings(state, month, world)),
        members=tuple(_members(state, code, on, month, world)),
        reported_on=tuple(_reports(state, month)),
    )


def _meetings(state: UnitYear, month: int, world: World) -> Iterator[MeetingShown]:
    for fact in state.meetings_in_order():
        if month_of(fact) != month:
            continue
        event, on = fact.event, held_on(fact)
        rated = state.ratings.get(event.meeting)
        outcome = rated.event.outcome if rated else None
        yield MeetingShown(
            meeting=event.meeting,
            kind=event.kind,
            on=on,
            minutes=event.minutes,
            present=len(event.present),
            excused=len(event.excused),
            unexcused=len(event.unexcused),
            exempt=len(event.exempt),
            unlisted=len(unlisted_on(event, state.unit, on, world)),
            rating=rated.event.rating if rated else "",
            score=outcome.total if outcome else None,
        )


def _members(
    state: UnitYear, code: str, on: date, month: int, world: World
) -> Iterator[MemberShown]:
    for person in roll_on(code, on, world):
        known, paid = world.person(person), state.fees.get((person, month))
        exempt = known is not None and known.is_exempt_on(on)
        yield MemberShown(person, exempt, paid.on if paid else "")


def _reports(state: UnitYear, month: int) -> Iterator[str]:
    return (fact.on for (_, of), fact in state.monthly_reports.items() if of == month)
