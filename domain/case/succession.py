"""Open cases follow the successor of a unit that ends; decided ones stay with the old unit (D-36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        if case is not None and case.unit == code and _is_open(case, world):
            followed.append((stream, _succeeded(case, successor, f"{event.TOPIC} {on}")))
    return followed


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
    edition = world.edition(case.opened.programme, case.opened.version)
    return edition is not None and not edition.tables[case.opened.workflow].resting(case.stage)


def _succeeded(case: Case, successor: str, change: str) -> SubjectSucceeded:
    return SubjectSucceeded(
        step="succeed",
        from_stage=case.stage,
        to_stage=case.stage,
        details=d.Succession(successor=successor, change=change),
    )
