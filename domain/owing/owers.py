"""The units that owe something by a role of the programme: within its bounds, each with its organs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.bounds import body_on, within_bounds
from domain.authority.resolve import resolve, resolve_on_round
from domain.authority.subjects import kinds_of_unit
from domain.authority.successor import successor_unit
from domain.streams import child_tag, split_organ

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from domain.programme.model import Programme
    from domain.programme.oversight import Duty, Report, ReviewConference
    from domain.unit.state import Unit
    from domain.world import World


def owers(
    what: Duty | Report | ReviewConference, programme: Programme, on: date, world: World
) -> dict[str, list[str]]:
    """Answer by unit the organs that owe something on a day, for the body or for any subject in bounds.

    Empty for a role that the programme does not know.
    """
    rules = programme.roles.get(what.by)
    if rules is None:
        return {}
    organs: dict[str, None] = {}
    if not what.subjects:
        organs |= dict.fromkeys(resolve_on_round(rules, body_on(programme, on, world), on, world))
    for unit in units_within(programme, on, world):
        kinds = kinds_of_unit(programme, unit, on, world)
        for kind in sorted(kinds & {*(what.subjects or kinds)}):
            organs.update(dict.fromkeys(resolve(rules, kind, unit.code, "", on, world)))
    by_unit: dict[str, list[str]] = {}
    for organ in organs:
        by_unit.setdefault(split_organ(organ)[0], []).append(organ)
    return by_unit


def units_within(programme: Programme, on: date, world: World) -> Iterator[Unit]:
    """The units to which the guideline applies on a day: those of its bounds, and all below them."""
    body = programme.body
    if body is None:
        return
    tops = [successor_unit(each.unit, on, world) for each in body.bounds] or [
        body_on(programme, on, world)
    ]
    waiting, seen = list(dict.fromkeys(tops)), set[str]()
    while waiting:
        code = waiting.pop(0)
        unit = world.unit(code)
        if unit is None or code in seen:
            continue
        seen.add(code)
        if unit.exists_on(on) and within_bounds(programme, code, on, world):
            yield unit
        waiting.extend(each.partition(":")[2] for each in world.tagged(child_tag(code)))
