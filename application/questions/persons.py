"""Persons: who they are, by which paper they act for an organ, and who may act for one on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.running.world import newest_world
from domain.events.base import Document
from domain.events.person import DelegationGiven, MandateGiven, PersonRegistered
from domain.refusals import RefusedError, refusal
from domain.streams import person_stream
from projections.machinery.codec import CODEC
from words import kinds

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.events.base import Event
    from domain.person.state import Delegation, Mandate, Person
    from ledger.entry import Row


class Acting(msgspec.Struct, frozen=True, kw_only=True):
    """One right to act: a mandate of a person's own, or one that another lent to them.

    `power` is `act`, `record` or `set_up`; `delegator` is empty for a mandate of their own. `scope`
    lists verbs, none for all. Both days are included; `until` None is open. `paper` is the document
    it rests on, `given_at` the event (`person:ID@version`) that gave it.
    """

    person: str
    organ: str
    power: str
    post: str = ""
    delegator: str = ""
    scope: list[str] = []
    since: date
    until: date | None
    holds: bool
    paper: Document | None = None
    given_at: str


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """A person on a day: name (None where it was erased), unit of membership, organs acted for."""

    person: str
    name: str | None
    unit: str
    organs: list[str]


class PersonShown(msgspec.Struct, frozen=True, kw_only=True):
    """A person with every right to act there ever was, their own first, and what they lent to others."""

    person: str
    name: str | None
    on: date
    unit: str
    acting: list[Acting]
    lent: list[Acting]


def name_of(system: System, person: str) -> str | None:
    """The name a person was registered with; None for one who is unknown or whose name was erased."""
    first = next(iter(system.ledger.stream(person_stream(person))), None)
    if first is None:
        return None
    event = CODEC.decode(first.topic, first.state)
    return system.ledger.texts([first.position]).get(event.name)


def persons(system: System, on: date | None = None) -> list[PersonRow]:
    """Every person in the order of registration, as they are placed on a day (today)."""
    day, world = on or system.today(), newest_world(system)
    registered = list(_registered(system))
    texts = system.ledger.texts(row.position for row, _ in registered)
    return [
        _row(known, texts.get(event.name), day, world)
        for _, event in registered
        if (known := world.person(event.person)) is not None
    ]


def person(system: System, code: str, on: date | None = None) -> PersonShown:
    """One person; refuses an unknown one."""
    day, world = on or system.today(), newest_world(system)
    known = world.person(code)
    if known is None:
        raise RefusedError([refusal("person_unknown", person=kinds.person(code))])
    papers = _papers(system, code)
    return PersonShown(
        person=code,
        name=name_of(system, code),
        on=day,
        unit=known.unit_on(day),
        acting=list(_acting(known, day, papers, world)),
        lent=list(_lent(system, code, day, world)),
    )


def who_acts(system: System, place: str, on: date | None = None) -> list[Acting]:
    """Who may act on a day (today) for an organ `unit/organ`, or for any organ of a unit.

    Refuses a unit that is unknown, and an organ that it does not have on that day.
    """
    day, world = on or system.today(), newest_world(system)
    code, _, organ = place.partition("/")
    _refuse_unknown(code, organ, day, world)
    return [
        right
        for _, event in _registered(system)
        if (known := world.person(event.person)) is not None
        for right in _acting(known, day, _papers(system, event.person), world)
        if right.holds and (right.organ == place if organ else right.organ.startswith(f"{code}/"))
    ]


def _refuse_unknown(code: str, organ: str, on: date, world: LedgerWorld) -> None:
    unit = world.unit(code)
    if unit is None:
        raise RefusedError([refusal("unit_unknown", unit=kinds.unit(code))])
    if organ and not unit.has_organ(organ, on):
        raise RefusedError(
            [refusal("organ_not_there", organ=kinds.organ(organ), unit=kinds.unit(code))]
        )


def _registered(system: System) -> Iterator[tuple[Row, PersonRegistered]]:
    """Where and how each person was registered, in order."""
    for rows in system.ledger.read(0, None, 5_000, (PersonRegistered.TOPIC,)):
        for row in rows:
            yield row, CODEC.decode(row.topic, row.state)


def _papers(system: System, person: str) -> dict[int, tuple[Row, Event]]:
    """The events of a person by version: what each right rests on."""
    rows = system.ledger.stream(person_stream(person))
    return {row.version: (row, CODEC.decode(row.topic, row.state)) for row in rows}


def _row(known: Person, name: str | None, on: date, world: LedgerWorld) -> PersonRow:
    rights: list[Mandate | Delegation] = [*known.mandates.values(), *_lasting(known, on, world)]
    organs = [right.organ for right in rights if _holds(right, on)]
    return PersonRow(
        person=known.person, name=name, unit=known.unit_on(on), organs=list(dict.fromkeys(organs))
    )


def _holds(right: Mandate | Delegation, on: date) -> bool:
    return right.since <= on and (right.until is None or on <= right.until)


def _lasting(known: Person, on: date, world: LedgerWorld) -> Iterator[Delegation]:
    """The delegations whose delegator's own mandate still holds on a day."""
    for lent in known.delegations.values():
        delegator = world.person(lent.delegator)
        own = delegator.mandates.get(lent.mandate) if delegator else None
        if own is not None and own.power == "act" and own.holds_on(on):
            yield lent


def _acting(
    known: Person, on: date, papers: dict[int, tuple[Row, Event]], world: LedgerWorld
) -> Iterator[Acting]:
    for mandate in known.mandates.values():
        yield Acting(
            person=known.person,
            organ=mandate.organ,
            power=mandate.power,
            post=mandate.post,
            since=mandate.since,
            until=mandate.until,
            holds=mandate.holds_on(on),
            paper=_paper(papers[mandate.version][1]),
            given_at=f"{person_stream(known.person)}@{mandate.version}",
        )
    lasting = list(_lasting(known, on, world))
    for lent in known.delegations.values():
        yield Acting(
            person=known.person,
            organ=lent.organ,
            power="act",
            delegator=lent.delegator,
            scope=lent.scope,
            since=lent.since,
            until=lent.until,
            holds=_holds(lent, on) and lent in lasting,
            paper=_paper(papers[lent.version][1]),
            given_at=f"{person_stream(known.person)}@{lent.version}",
        )


def _paper(given: Event) -> Document | None:
    if isinstance(given, DelegationGiven):
        return given.evidence
    return given.instrument if isinstance(given, MandateGiven) else None


def _lent(system: System, delegator: str, on: date, world: LedgerWorld) -> Iterator[Acting]:
    """What a person lent to others: found among all delegations, which are few."""
    receivers = {
        row.stream.removeprefix("person:")
        for rows in system.ledger.read(0, None, 5_000, (DelegationGiven.TOPIC,))
        for row in rows
        if CODEC.decode(row.topic, row.state).delegator == delegator
    }
    for code in sorted(receivers):
        known = world.person(code)
        if known is not None:
            rights = _acting(known, on, _papers(system, code), world)
            yield from (right for right in rights if right.delegator == delegator)
