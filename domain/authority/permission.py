"""Which organs may give the commands that no programme regulates (`domain.catalogue`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.acting import REGISTRAR
from domain.authority.resolve import superiors
from domain.authority.rounds import organs_of_round
from domain.catalogue import VERBS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from domain.commands import Command
    from domain.world import World


def organs_permitted(command: Command, world: World) -> list[str]:
    """List the organs that may give a command on a unit, person, round, unit-year or the log."""
    return _PERMITTED[VERBS[command.verb].permission](command, world)


def _registrar(_command: Command, _world: World) -> list[str]:
    return [REGISTRAR]


def _superior(command: Command, world: World) -> list[str]:
    """The registrar, and any organ of a unit above."""
    on = command.effective_on
    above = superiors(world, _unit(command), on)
    parent = getattr(command.payload, "parent", "")
    if parent and not above:
        above = [parent, *superiors(world, parent, on)]
    return [REGISTRAR, *_organs_of(above, on, world)]


def _own_or_superior(command: Command, world: World) -> list[str]:
    """Any organ of the unit itself or of a unit above."""
    on, unit = command.effective_on, _unit(command)
    if not unit:
        return [command.organ]
    return _organs_of([unit, *superiors(world, unit, on)], on, world)


def _organs_of(units: list[str], on: date, world: World) -> list[str]:
    return [
        f"{code}/{organ}"
        for code in units
        if (unit := world.unit(code)) is not None
        for organ in unit.organs_on(on)
    ]


def _unit(command: Command) -> str:
    """The unit a command is about: of its stream, or of the mandate that is delegated."""
    kind, _, name = command.stream.partition(":")
    if kind == "unit-year":
        return name.rpartition(":")[0]
    if kind == "unit":
        return name
    organ: str = getattr(command.payload, "organ", "")
    return organ.rpartition("/")[0]


_PERMITTED: dict[str, Callable[[Command, World], list[str]]] = {
    "set_up": _registrar,
    "opening": _registrar,
    "superior": _superior,
    "unit": _own_or_superior,
    "role": organs_of_round,
}
