"""Which organs may tailor criteria: those above a unit of the guideline, as its role says (PW-GEN-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.bounds import within_bounds
from domain.authority.resolve import resolve
from domain.authority.subjects import kinds_of_unit
from domain.streams import child_tag, split_organ

if TYPE_CHECKING:
    from datetime import date

    from domain.programme.model import Programme
    from domain.world import World


def tailors(organ: str, criteria: str, programme: Programme, on: date, world: World) -> bool:
    """Whether an organ is the one above a unit assessed by a set of criteria, which the programme lets tailor it.

    Of a set that may not be added to, whether it may tailor any.
    """
    let = programme.local_criteria
    if let is None or "/" not in organ:
        return False
    sets = [criteria] if criteria in let.sets else let.sets
    children = (each.partition(":")[2] for each in world.tagged(child_tag(split_organ(organ)[0])))
    return any(organ in _above(child, sets, programme, on, world) for child in children)


def _above(child: str, sets: list[str], programme: Programme, on: date, world: World) -> list[str]:
    """The organs that may tailor one of the sets for a unit."""
    let, unit = programme.local_criteria, world.unit(child)
    if let is None or unit is None or not within_bounds(programme, child, on, world):
        return []
    kinds = kinds_of_unit(programme, unit, on, world)
    role = programme.roles[let.by]
    return [
        organ
        for kind in sorted(kinds)
        if programme.subjects[kind].criteria in sets
        for organ in resolve(role, kind, child, "", on, world)
    ]
