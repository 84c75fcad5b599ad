"""Officials: the persons who may act for an organ on a day; and of anybody what a reader may know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from application.questions.narrowed import narrowed
from application.questions.persons import PersonRow, PersonShown, person
from application.questions.rights import given_to, holds, lasting
from application.running.person_name import name_of
from application.running.world import newest_world
from domain.refusal import RefusedError, refusal
from words import kinds
from words.folded import folded

if TYPE_CHECKING:
    from application.questions.sight import Sight
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.person.state import Delegation, Mandate


def officials(system: System, on: date | None = None, search: str = "") -> list[PersonRow]:
    """Those who act for an organ on a day (today) by a right of their own or a lent one, by name.

    Those alone whose name or id has the words of `search`, if there are any.
    """
    day, world = on or system.today(), newest_world(system)
    found = narrowed(system, search)
    given = given_to(system, lambda _: True)
    codes = given if found is None else [each for each in given if each in found.persons]
    rows = [_row(system, code, day, world) for code in codes]
    return sorted((row for row in rows if row.organs), key=lambda row: folded(row.name or ""))


def _row(system: System, code: str, on: date, world: LedgerWorld) -> PersonRow:
    known = world.person(code)
    rights: list[Mandate | Delegation] = (
        [*known.mandates.values(), *lasting(known, on, world)] if known else []
    )
    return PersonRow(
        person=code,
        name=name_of(system.ledger, code),
        unit=known.unit_on(on) if known else "",
        organs=list(dict.fromkeys(each.organ for each in rights if holds(each, on))),
    )


def person_in_sight(system: System, sight: Sight, code: str, on: date | None = None) -> PersonShown:
    """A person with their rights: an official, a member of a unit that the reader looks after, or the reader.

    Refuses one that is not there, and just so one that the reader may not look at.
    """
    known = newest_world(system).person(code)
    day = on or system.today()
    if known is None or not (
        known.mandates or known.delegations or is_member_in_sight(system, sight, code, day)
    ):
        raise RefusedError([refusal("person_unknown", person=kinds.text(code))])
    return person(system, code, on)


def is_member_in_sight(system: System, sight: Sight, code: str, on: date) -> bool:
    """Whether the reader may look at the files of a member: their own, and of the units they look after."""
    known = newest_world(system).person(code)
    return code == sight.person or (known is not None and known.unit_on(on) in sight.units)
