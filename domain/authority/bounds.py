"""To whom a guideline applies: the units within its bounds on a day, and the body whose guideline it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.resolve import superiors
from domain.authority.successor import successor_unit
from domain.programme.taking_part import Bound
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from datetime import date

    from domain.programme.model import Programme
    from domain.world import World


def body_on(programme: Programme, on: date, world: World) -> str:
    """Answer the unit that is a programme's body on a day, or its successor.

    Empty where the programme names none, or one that the log does not know: no round of such a
    programme is opened.
    """
    if programme.body is None or world.unit(programme.body.unit) is None:
        return ""
    return successor_unit(programme.body.unit, on, world)


def within_bounds(programme: Programme, unit: str, on: date, world: World) -> bool:
    """Whether a guideline applies to a unit on a day. One that names no body is for every unit."""
    if programme.body is None or not body_on(programme, on, world):
        return True
    return any(_reaches(bound, unit, on, world) for bound in _bounds(programme))


def bounds_refusals(programme: Programme, unit: str, on: date, world: World) -> list[Refusal]:
    """Refuse a unit to which the guideline does not apply on the day."""
    if within_bounds(programme, unit, on, world):
        return []
    units = [each.unit for each in _bounds(programme) if world.unit(each.unit) is not None]
    return [
        refusal(
            "unit_out_of_bounds",
            unit=kinds.unit(unit),
            programme=kinds.programme(programme.code, programme.name),
            bounds=kinds.many("unit", units),
            on=on,
        )
    ]


def _bounds(programme: Programme) -> list[Bound]:
    body = programme.body
    if body is None:
        return []
    return body.bounds or [Bound(unit=body.unit)]


def _reaches(bound: Bound, unit: str, on: date, world: World) -> bool:
    heir = successor_unit(bound.unit, on, world)
    above = superiors(world, unit, on)
    if bound.directly:
        return above[:1] == [heir]
    return heir in (unit, *above)
