"""Who takes over from a body that is no more (D-36, D-37)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.streams import split_organ

if TYPE_CHECKING:
    from domain.world import World

_INSTEAD = ("standing_committee", "party_committee", "executive_committee", "cell")
"""Organs that take over from one that the successor does not have, in this order."""


def successor_unit(code: str, on: date, world: World) -> str:
    """Follow a unit that has ended by a date to its first successor; itself where it has none."""
    seen: set[str] = set()
    while code not in seen:
        seen.add(code)
        unit = world.unit(code)
        if unit is None or unit.ended_on is None or on < unit.ended_on or not unit.successors:
            return code
        code = unit.successors[0]
    return code


def successor_organ(organ: str, on: date, world: World) -> str:
    """Answer the organ that holds on a date the powers that an organ held before.

    The same organ of the unit or of its successor; where there is none, its standing committee,
    its committee, or the cell itself.
    """
    if organ.startswith("member:"):
        return organ
    code, name = split_organ(organ)
    heir = successor_unit(code, on, world)
    unit = world.unit(heir)
    if unit is None or unit.has_organ(name, on):
        return f"{heir}/{name}"
    instead = next((each for each in _INSTEAD if unit.has_organ(each, on)), name)
    return f"{heir}/{instead}"
