"""The list of a pilot round: within the bounds, by kind within its places, with every unit that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.bounds import bounds_refusals
from domain.authority.subjects import kinds_of_unit
from domain.authority.successor import successor_unit
from domain.refusal import Refusal, refusal
from words import kinds
from words.folded import folded
from words.kinds import Said

if TYPE_CHECKING:
    from datetime import date

    from domain.commands import Command
    from domain.programme.edition import Edition
    from domain.programme.model import Programme
    from domain.programme.taking_part import Pilot, PilotUnit
    from domain.round.state import Round
    from domain.unit.state import Unit
    from domain.world import World


def pilot_refusals(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    """Refuse a list of a round that has none, and one that is not what the guideline says."""
    pilot = edition.programme.pilot if edition else None
    if edition is None or pilot is None or state.period not in pilot.periods:
        return [refusal("no_pilot", round=kinds.round_of(command.stream))]
    programme, on = edition.programme, command.effective_on
    listed = list(dict.fromkeys(command.payload.units))
    by_kind = {code: _kinds(programme, code, on, world) for code in listed}
    return [
        *(reason for code in listed for reason in _unit(programme, code, on, world)),
        *_places(programme, pilot, by_kind),
        *_named(pilot, by_kind, on, world),
    ]


def _unit(programme: Programme, code: str, on: date, world: World) -> list[Refusal]:
    unit = world.unit(code)
    if unit is None or not unit.exists_on(on):
        return [refusal("unit_unknown", unit=kinds.unit(code))]
    reasons = bounds_refusals(programme, code, on, world)
    if not reasons and not kinds_of_unit(programme, unit, on, world):
        said = kinds.programme(programme.code, programme.name)
        reasons = [
            refusal(
                "subject_not_in_programme", subject=kinds.subject(f"unit:{code}"), programme=said
            )
        ]
    return reasons


def _kinds(programme: Programme, code: str, on: date, world: World) -> set[str]:
    unit = world.unit(code)
    return kinds_of_unit(programme, unit, on, world) if unit else set()


def _places(programme: Programme, pilot: Pilot, by_kind: dict[str, set[str]]) -> list[Refusal]:
    """No kind of subject has more units on the list than places."""
    reasons = []
    for place in pilot.places:
        count = sum(not found.isdisjoint(place.subjects) for found in by_kind.values())
        if count > place.count:
            said = tuple(
                kinds.of("subject_kind", kind, programme.subjects[kind]) for kind in place.subjects
            )
            values = {"count": count, "places": place.count, "subjects": Said("list", said)}
            reasons.append(refusal("pilot_places", **values))
    return reasons


def _named(pilot: Pilot, by_kind: dict[str, set[str]], on: date, world: World) -> list[Refusal]:
    """Every unit that the guideline names is on the list, as of the kind by which it is named."""
    return [
        refusal("pilot_named_missing", unit=named.name)
        for named in pilot.units
        if not any(
            named.subject in found and _is(named, code, on, world)
            for code, found in by_kind.items()
        )
    ]


def _is(named: PilotUnit, code: str, on: date, world: World) -> bool:
    unit = world.unit(code)
    if unit is None or not _is_under(named, unit, on, world):
        return False
    return named.unit == code if named.unit else folded(unit.name_on(on)) == folded(named.name)


def _is_under(named: PilotUnit, unit: Unit, on: date, world: World) -> bool:
    """Whether it stands under the unit by which the guideline tells it from others of its name, where there is one."""
    if not named.under or world.unit(named.under) is None:
        return True
    return unit.parent_on(on) in (named.under, successor_unit(named.under, on, world))
