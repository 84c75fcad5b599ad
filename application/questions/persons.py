"""Persons: who they are, by which paper they act for an organ, and who may act for one on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from application.commands.typed_names import typed_person, typed_unit
from application.commands.typed_organ import typed_organ
from application.questions.narrowed import narrowed
from application.questions.rights import (
    Acting,
    given_to,
    holds,
    lasting,
    lent_by,
    papers_of,
    rights_of,
)
from application.running.person_name import name_of
from application.running.world import newest_world
from domain.events.person import PersonRegistered
from domain.refusal import RefusedError, refusal, refuse_if_any
from domain.streams import person_stream
from domain.unit.organs_there import organ_of_unit_refusals
from projections.machinery.codec import CODEC
from words import kinds
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.events.base import Event
    from domain.person.state import Delegation, Mandate, Person
    from ledger.entry import Row


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """A person on a day: name (None where it was erased), unit of membership, organs acted for."""

    person: str
    name: str | None
    unit: str
    organs: list[str]


PERSON = (
    Column("person", "person"), Column("person", "code", word="person_id"),
    Column("unit", "unit", word="member_of"),
)  # fmt: skip
"""What people see of one person, before their rights."""
COLUMNS = (*PERSON, Column("organs", "organ", word="acts_for"))
"""What a list of persons shows people, in order."""


class PersonShown(msgspec.Struct, frozen=True, kw_only=True):
    """A person with every right to act there ever was, their own first, and what they lent to others."""

    person: str
    name: str | None
    on: date
    unit: str
    acting: list[Acting]
    lent: list[Acting]


def persons(system: System, on: date | None = None, search: str = "") -> list[PersonRow]:
    """Every person in the order of registration, as they are placed on a day (today).

    Those alone whose name or id has the words of `search`, if there are any.
    """
    day, world = on or system.today(), newest_world(system)
    narrower = narrowed(system, search)
    found = _those(system, narrower.persons) if narrower else list(registered(system))
    texts = system.ledger.texts(row.position for row, _ in found)
    return [
        _row(known, texts.get(event.name), day, world)
        for _, event in found
        if (known := world.person(event.person)) is not None
    ]


def person(system: System, code: str, on: date | None = None) -> PersonShown:
    """One person, by id or name; refuses an unknown one."""
    day, world = on or system.today(), newest_world(system)
    code = typed_person(code, world)
    known = world.person(code)
    if known is None:
        raise RefusedError([refusal("person_unknown", person=kinds.person(code))])
    papers = papers_of(system, code)
    return PersonShown(
        person=code,
        name=name_of(system.ledger, code),
        on=day,
        unit=known.unit_on(day),
        acting=list(rights_of(known, day, papers, world)),
        lent=list(lent_by(system, code, day, world)),
    )


def who_acts(system: System, place: str, on: date | None = None) -> list[Acting]:
    """Who may act on a day (today) for an organ `unit/organ`, or for any organ of a unit; both may be named.

    Refuses a unit that is unknown, and an organ that it does not have, ever or on that day.
    """
    day, world = on or system.today(), newest_world(system)
    place = typed_organ(place, world, "") if "/" in place else typed_unit(place, world)
    code, _, organ = place.partition("/")
    _refuse_not_there(code, organ, day, world)

    def is_there(organ_held: str) -> bool:
        return organ_held == place if organ else organ_held.startswith(f"{code}/")

    holders = given_to(system, lambda given: is_there(given.organ))
    papers = {holder: papers_of(system, holder) for holder in holders}
    return [
        right
        for holder in sorted(holders, key=lambda each: _first_position(papers[each]))
        if (known := world.person(holder)) is not None
        for right in rights_of(known, day, papers[holder], world)
        if right.holds and is_there(right.organ)
    ]


def _first_position(papers: dict[int, tuple[Row, Event]]) -> int:
    row, _ = papers[min(papers)]
    return row.position


def _refuse_not_there(code: str, organ: str, on: date, world: LedgerWorld) -> None:
    if organ:
        refuse_if_any(organ_of_unit_refusals(world.unit(code), code, organ, on))


def registered(system: System) -> Iterator[tuple[Row, PersonRegistered]]:
    """Where and how each person was registered, in order."""
    for rows in system.ledger.read(0, None, 5_000, (PersonRegistered.TOPIC,)):
        for row in rows:
            yield row, CODEC.decode(row.topic, row.state)


def _those(system: System, persons: Iterable[str]) -> list[tuple[Row, PersonRegistered]]:
    """As `registered`, of some persons."""
    first = [next(iter(system.ledger.stream(person_stream(each)))) for each in persons]
    first.sort(key=attrgetter("position"))
    return [(row, CODEC.decode(row.topic, row.state)) for row in first]


def _row(known: Person, name: str | None, on: date, world: LedgerWorld) -> PersonRow:
    rights: list[Mandate | Delegation] = [*known.mandates.values(), *lasting(known, on, world)]
    organs = [right.organ for right in rights if holds(right, on)]
    return PersonRow(
        person=known.person, name=name, unit=known.unit_on(on), organs=list(dict.fromkeys(organs))
    )
