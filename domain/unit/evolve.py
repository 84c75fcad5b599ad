"""How events change a unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain.dated import Dated
from domain.envelope import Stamp
from domain.events import unit as u
from domain.events.base import Event
from domain.unit.state import Follower, Unit


def evolve(unit: Unit | None, event: Event, stamp: Stamp) -> Unit:
    """Apply an event; raise TypeError for one that is not of a unit."""
    on = date.fromisoformat(stamp.effective_on)
    if isinstance(event, u.UnitRegistered):
        return _registered(event, on, stamp.position)
    change = _CHANGES.get(type(event))
    if unit is None or change is None:
        raise TypeError(type(event))
    change(unit, event, on, stamp.position)
    return unit


def _registered(event: u.UnitRegistered, on: date, position: int) -> Unit:
    unit = Unit(
        code=event.code,
        registered_on=on,
        org_type=event.org_type,
        predecessors=list(event.predecessors),
    )
    unit.names.put(on, position, event.name)
    unit.kinds.put(on, position, event.kind)
    unit.parents.put(on, position, event.parent)
    unit.attributes.put(on, position, list(event.attributes))
    for organ in event.organs:
        _organ(unit, organ, on, position, there=True)
    return unit


def _organ(unit: Unit, organ: str, on: date, position: int, *, there: bool) -> None:
    unit.organs.setdefault(organ, Dated[bool]()).put(on, position, there)


def _ended(unit: Unit, on: date, successors: list[str]) -> None:
    unit.ended_on = on
    unit.successors = [code for code in successors if code]


def _released(unit: Unit, person: str, on: date) -> None:
    """What was assigned until a day ends sooner; what begins later stays."""
    for follower in unit.followers:
        if follower.person == person and follower.holds_on(on):
            follower.until = on - timedelta(days=1)


Change = Callable[[Unit, Any, date, int], None]

_CHANGES: dict[type[Event], Change] = {
    u.UnitRenamed: lambda unit, e, on, at: unit.names.put(on, at, e.name),
    u.UnitMoved: lambda unit, e, on, at: unit.parents.put(on, at, e.parent),
    u.UnitKindChanged: lambda unit, e, on, at: unit.kinds.put(on, at, e.kind),
    u.AttributesChanged: lambda unit, e, on, at: unit.attributes.put(on, at, list(e.attributes)),
    u.OrganEstablished: lambda unit, e, on, at: _organ(unit, e.organ, on, at, there=True),
    u.OrganAbolished: lambda unit, e, on, at: _organ(unit, e.organ, on, at, there=False),
    u.UnitMerged: lambda unit, e, on, _at: _ended(unit, on, [e.into]),
    u.UnitSplit: lambda unit, e, on, _at: _ended(unit, on, list(e.into)),
    u.UnitDissolved: lambda unit, e, on, _at: _ended(unit, on, [e.successor]),
    u.FollowerAssigned: lambda unit, e, on, _at: unit.followers.append(
        Follower(e.person, on, e.until)
    ),
    u.FollowerReleased: lambda unit, e, on, _at: _released(unit, e.person, on),
    u.VisitRecorded: lambda unit, _e, on, _at: unit.visits.append(on),
}
