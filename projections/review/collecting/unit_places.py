"""The units as they were placed on given days: kind, organisation type, superior; who they could be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from domain.events.base import Event
from domain.unit.evolve import evolve
from domain.unit.state import Unit
from projections.machinery.codec import CODEC
from projections.review.collecting.kept_facts import Line


class Placed(NamedTuple):
    """A unit on a day; `parent` is the code of the unit directly above, empty at the top."""

    code: str
    name: str
    kind: str
    org_type: str
    parent: str
    exists: bool


def decoded(row: Line) -> Event:
    """The whole event of a row."""
    event: Event = CODEC.decode(row.topic, row.state)
    return event


def placed_on(
    days: Iterable[date], beside: Mapping[str, Iterable[Line]]
) -> dict[date, dict[str, Placed]]:
    """Every unit by day and code; each unit is folded once and then forgotten."""
    found: dict[date, dict[str, Placed]] = {day: {} for day in sorted(days)}
    for stream in sorted(beside):
        unit = _unit(beside[stream]) if stream.startswith("unit:") else None
        if unit is not None:
            for day, units in found.items():
                units[unit.code] = _placed(unit, day)
    return found


def _unit(rows: Iterable[Line]) -> Unit | None:
    unit: Unit | None = None
    for row in rows:
        unit = evolve(unit, decoded(row), row)
    return unit


def _placed(unit: Unit, day: date) -> Placed:
    name = unit.name_on(day) or unit.names.entries[0][2]
    return Placed(
        unit.code,
        name,
        unit.kind_on(day),
        unit.org_type_on(day),
        unit.parent_on(day),
        unit.exists_on(day),
    )


def top_of(code: str, units: Mapping[str, Placed]) -> str:
    """The unit at the top of the tree that a unit is in."""
    seen: set[str] = set()
    while code in units and units[code].parent and code not in seen:
        seen.add(code)
        code = units[code].parent
    return code
