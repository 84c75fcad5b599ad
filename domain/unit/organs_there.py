"""Whether a unit has an organ on a day; where it has not, which it has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.unit.state import Unit
    from domain.world import World


def organ_refusals(organ: str, on: date, world: World) -> list[Refusal]:
    """Say no to an organ `unit/organ` that is not there on a day."""
    code, _, name = organ.rpartition("/")
    return organ_of_unit_refusals(world.unit(code), code, name, on)


def organ_of_unit_refusals(unit: Unit | None, code: str, name: str, on: date) -> list[Refusal]:
    """Say no to an organ that a unit has not on a day, naming those that it has."""
    if unit is not None and unit.has_organ(name, on):
        return []
    there = unit.organs_on(on) if unit else []
    known = [kinds.typed(kinds.organ(f"{code}/{each}")) for each in there]
    told = {"unit": kinds.unit(code), "organ": kinds.organ(name), "known": known}
    return [refusal("organ_not_there", **told)]
