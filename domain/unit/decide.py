"""Deciding commands on a unit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from domain.authority.resolve import superiors
from domain.events import unit as u
from domain.fact_decisions import permitted
from domain.ids import is_usable
from domain.refusal import Refusal, RefusedError, refusal
from domain.unit.organs_there import organ_of_unit_refusals
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.commands import Command
    from domain.decided import Decided
    from domain.unit.state import Unit
    from domain.world import World


def decide(unit: Unit | None, command: Command, world: World) -> Decided:
    """Decide a command on a unit; raise RefusedError with every reason."""
    if isinstance(command.payload, u.UnitRegistered):
        against = _registration(unit, command, world)
        return permitted(command, world, against, command.payload)
    if unit is None:
        raise RefusedError(
            [
                refusal(
                    "unit_unknown",
                    unit=kinds.unit(command.stream.removeprefix("unit:")),
                )
            ]
        )
    check = _CHECKS.get(type(command.payload))
    against = [*_while_it_exists(unit, command), *(check(unit, command, world) if check else [])]
    return permitted(command, world, against, command.payload)


def _registration(unit: Unit | None, command: Command, world: World) -> list[Refusal]:
    payload, reasons = command.payload, []
    if unit is not None:
        reasons.append(refusal("unit_twice", unit=kinds.unit(payload.code)))
    if not (is_usable(payload.code) and payload.code.isascii()):
        reasons.append(refusal("unit_code_unusable", unit=kinds.unit(payload.code)))
    if not payload.name.strip():
        reasons.append(refusal("unit_without_name", unit=kinds.unit(payload.code)))
    reasons.extend(_organs(payload))
    if payload.parent:
        reasons.extend(_existing(payload.parent, command, world))
    unknown = [code for code in payload.predecessors if world.unit(code) is None]
    return [
        *reasons,
        *(refusal("unit_unknown", unit=kinds.unit(code)) for code in unknown),
    ]


def _organs(payload: u.UnitRegistered) -> list[Refusal]:
    return [
        refusal("organ_unusable", organ=kinds.organ(o)) for o in payload.organs if not is_usable(o)
    ]


def _existing(code: str, command: Command, world: World) -> list[Refusal]:
    other = world.unit(code)
    if other is None:
        return [refusal("unit_unknown", unit=kinds.unit(code))]
    if not other.exists_on(command.effective_on):
        return [refusal("unit_not_there", unit=kinds.unit(code), on=command.effective_on)]
    return []


def _while_it_exists(unit: Unit, command: Command) -> list[Refusal]:
    if unit.exists_on(command.effective_on):
        return []
    return [refusal("unit_not_there", unit=kinds.unit(unit.code), on=command.effective_on)]


def _move(unit: Unit, command: Command, world: World) -> list[Refusal]:
    parent, on = command.payload.parent, command.effective_on
    if not parent:
        return []
    circle = any(
        unit.code in (parent, *superiors(world, parent, day))
        for day in _days_of_change(parent, on, unit.parents.next_after(on), world)
    )
    reasons = (
        [
            refusal(
                "unit_circle",
                unit=kinds.unit(unit.code),
                parent=kinds.unit(parent),
            )
        ]
        if circle
        else []
    )
    return [*_existing(parent, command, world), *reasons]


def _days_of_change(parent: str, on: date, until: date | None, world: World) -> list[date]:
    """The day, and every later one before `until` on which anything above the parent moves.

    A move may be entered for an earlier day than one already known, so that what is above then is
    not what is above later.
    """
    days, looked_at = [on], 0
    while looked_at < len(days):
        above = [parent, *superiors(world, parent, days[looked_at])]
        looked_at += 1
        moves = {
            since
            for code in above
            if (each := world.unit(code)) is not None
            for since, _, _ in each.parents.entries
            if since > on and (until is None or since < until)
        }
        days.extend(sorted(moves - set(days)))
    return days


def _establish(unit: Unit, command: Command, _world: World) -> list[Refusal]:
    organ = command.payload.organ
    if not is_usable(organ):
        return [refusal("organ_unusable", organ=kinds.organ(organ))]
    there = unit.has_organ(organ, command.effective_on)
    return (
        [
            refusal(
                "organ_there",
                organ=kinds.organ(organ),
                unit=kinds.unit(unit.code),
            )
        ]
        if there
        else []
    )


def _abolish(unit: Unit, command: Command, _world: World) -> list[Refusal]:
    return organ_of_unit_refusals(unit, unit.code, command.payload.organ, command.effective_on)


def _rename(unit: Unit, command: Command, _world: World) -> list[Refusal]:
    return (
        []
        if command.payload.name.strip()
        else [refusal("unit_without_name", unit=kinds.unit(unit.code))]
    )


def _end(unit: Unit, command: Command, world: World) -> list[Refusal]:
    payload = command.payload
    into = payload.into if hasattr(payload, "into") else payload.successor
    codes = [into] if isinstance(into, str) else list(into)
    reasons = (
        [refusal("successor_missing", unit=kinds.unit(unit.code))]
        if hasattr(payload, "into") and not any(codes)
        else []
    )
    if unit.ended_on is not None and command.effective_on < unit.ended_on:
        reasons.append(refusal("unit_ends", unit=kinds.unit(unit.code), on=unit.ended_on))
    for code in filter(None, codes):
        if code == unit.code:
            reasons.append(refusal("unit_into_itself", unit=kinds.unit(unit.code)))
        elif unit.code in _heirs(code, world):
            reasons.append(
                refusal("heirs_in_a_ring", unit=kinds.unit(unit.code), heir=kinds.unit(code))
            )
        reasons.extend(_existing(code, command, world))
    return reasons


def _heirs(code: str, world: World) -> set[str]:
    """Every unit that takes over from a unit, on whatever day, from its heirs, and so on."""
    found: set[str] = set()
    to_ask = [code]
    while to_ask:
        unit = world.unit(to_ask.pop())
        new = set(unit.successors if unit else ()) - found
        found |= new
        to_ask.extend(new)
    return found


def _follower(unit: Unit, command: Command, world: World) -> list[Refusal]:
    person = command.payload.person
    if world.person(person) is None:
        return [refusal("person_unknown", person=kinds.person(person))]
    if person in unit.followers_on(command.effective_on):
        return [
            refusal(
                "follower_twice",
                person=kinds.person(person),
                unit=kinds.unit(unit.code),
            )
        ]
    return []


def _is_follower(unit: Unit, command: Command, _world: World) -> list[Refusal]:
    person = command.payload.person
    if person in unit.followers_on(command.effective_on):
        return []
    return [
        refusal(
            "no_follower",
            person=kinds.person(person),
            unit=kinds.unit(unit.code),
        )
    ]


_CHECKS: dict[type, Callable[[Unit, Any, World], list[Refusal]]] = {
    u.UnitMoved: _move,
    u.OrganEstablished: _establish,
    u.OrganAbolished: _abolish,
    u.UnitRenamed: _rename,
    u.UnitMerged: _end,
    u.UnitSplit: _end,
    u.UnitDissolved: _end,
    u.FollowerAssigned: _follower,
    u.FollowerReleased: _is_follower,
    u.VisitRecorded: _is_follower,
}
