"""Ways to the forms of commands from where people look for them, shown to those who may be expected to give them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from application.questions.cases import world_of
from domain.catalogue import VERBS
from web.lists.listing import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from web.asked import Asked


def sets_up(asked: Asked) -> bool:
    """Whether the person may set up the log today."""
    world = world_of(asked.system)
    known = world.person(asked.person)
    mandates = known.mandates.values() if known else ()
    return any(each.power == "set_up" and each.holds_on(world.today) for each in mandates)


def links(asked: Asked, verbs: Iterable[str], unit: str = "", **about: str) -> list[Link]:
    """A link for each command that the person may be expected to give about a unit; why not is told by its form."""
    registrar = sets_up(asked)
    above = asked.sight.units
    parent = _parent(asked, unit)
    may = {
        "set_up": registrar,
        "superior": registrar or parent in above,
        "unit": registrar or unit in above,
        "role": bool(asked.sight.organs),
        "opening": False,
    }
    given = {name: value for name, value in about.items() if value}
    return [
        Link(asked.spoken.value(verb, "verb"), f"/do/{verb}{_query(given)}")
        for verb in verbs
        if may[VERBS[verb].permission]
    ]


def _parent(asked: Asked, unit: str) -> str:
    world = world_of(asked.system)
    known = world.unit(unit) if unit else None
    return known.parent_on(world.today) if known else ""


def _query(given: dict[str, str]) -> str:
    return f"?{urlencode(given)}" if given else ""
