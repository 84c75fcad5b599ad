"""Open cases follow the successor of a unit that ends; decided ones stay with the old unit (D-36).

One subject has one case per programme and period: where the heir has a case of its own, that of the old unit
stays behind, and nobody goes on with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.successor import successor_unit
from domain.events import details as d
from domain.events import unit as u
from domain.events.case import SubjectSucceeded
from domain.streams import unit_case_tag

if TYPE_CHECKING:
    from datetime import date

    from domain.case.state import Case
    from domain.events.base import Event
    from domain.world import World


def successions_after(
    event: Event, unit_stream: str, on: date, world: World
) -> list[tuple[str, Event]]:
    """List the events by which the open cases of a unit go over to its successor."""
    successor = _successor(event)
    if not successor:
        return []
    code = unit_stream.removeprefix("unit:")
    followed: list[tuple[str, Event]] = []
    for stream in world.tagged(unit_case_tag(code)):
        case = world.case(stream)
        if case is None or case.unit != code or not _is_open(case, world):
            continue
        if not heirs_own(case, successor, world):
            followed.append((stream, _succeeded(case, successor, f"{event.TOPIC} {on}")))
    return followed


def case_of(programme: str, subject: str, period: str, world: World) -> str:
    """The stream of a unit's case, whatever id it has; empty where it has none, or is no unit."""
    kind, _, code = subject.partition(":")
    for stream in world.tagged(unit_case_tag(code)) if kind == "unit" else ():
        case = world.case(stream)
        if case is not None and _names(case) == (programme, subject, period):
            return stream
    return ""


def heirs_own(case: Case, heir: str, world: World) -> str:
    """The stream of the case that an heir has in the same programme and period, of a unit's case."""
    programme, subject, period = _names(case)
    if not subject.startswith("unit:"):
        return ""
    return case_of(programme, f"unit:{heir}", period, world)


def left_behind(case: Case, on: date, world: World) -> str:
    """The heir that has a case of its own, where the case's unit has ended by a day; empty where there is none."""
    unit = world.unit(case.unit)
    if unit is None or unit.ended_on is None or on < unit.ended_on:
        return ""
    heir = successor_unit(case.unit, on, world)
    return heir if heir != case.unit and heirs_own(case, heir, world) else ""


def _names(case: Case) -> tuple[str, str, str]:
    return case.opened.programme, case.subject, case.opened.period


def _successor(event: Event) -> str:
    match event:
        case u.UnitMerged():
            return event.into
        case u.UnitSplit():
            return event.into[0]
        case u.UnitDissolved():
            return event.successor
    return ""


def _is_open(case: Case, world: World) -> bool:
    """Not decided and not at its end: a recognition that is looked at again is decided already."""
    if case.decided is not None:
        return False
    edition = world.edition(case.opened.programme, case.opened.version)
    return edition is not None and not edition.tables[case.opened.workflow].resting(case.stage)


def _succeeded(case: Case, successor: str, change: str) -> SubjectSucceeded:
    return SubjectSucceeded(
        step="succeed",
        from_stage=case.stage,
        to_stage=case.stage,
        details=d.Succession(successor=successor, change=change),
    )
