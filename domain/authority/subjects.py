"""Which kinds of subject of a programme a unit fits on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from domain.programme.model import Programme
    from domain.programme.taking_part import Subject
    from domain.unit.state import Unit
    from domain.world import World


def fits(subject: Subject, unit: Unit, on: date, world: World) -> bool:
    """Whether a unit, or the cell of a member, is of a kind of subject on a day."""
    if unit.kind_on(on) not in subject.unit_kinds:
        return False
    if not subject.superior_kinds:
        return True
    parent = world.unit(unit.parent_on(on))
    return parent is not None and parent.kind_on(on) in subject.superior_kinds


def kinds_of_unit(programme: Programme, unit: Unit, on: date, world: World) -> set[str]:
    """The kinds of subject that a unit itself fits on a day; none is an empty set."""
    return {
        kind
        for kind, subject in programme.subjects.items()
        if subject.of == "unit" and fits(subject, unit, on, world)
    }
