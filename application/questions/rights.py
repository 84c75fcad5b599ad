"""By which paper a person acts for an organ, on a day: a mandate of their own, or one that another lent to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from domain.events.base import Document
from domain.events.person import DelegationGiven, MandateGiven
from domain.streams import person_stream
from projections.machinery.codec import CODEC
from words import kinds
from words.kinds import Said, because
from words.tables import Column

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

    @property
    def own_post(self) -> str:
        """The post in which they act, which nobody has for setting up a log."""
        return "" if self.power == "set_up" else self.post

    @property
    def rests_on(self) -> Said | None:
        """The number and the day of the paper."""
        if self.paper is None:
            return None
        if not self.paper.on:
            return kinds.text(self.paper.number)
        marks = because("paper.marks", number=self.paper.number, on=kinds.day(self.paper.on))
        return Said("because", marks)


COLUMNS = (
    Column("organ", "organ", word="acts_for"), Column("organ", "code", word="organ_code"),
    Column("own_post", word="post"), Column("power", "power"),
    Column("delegator", "person", word="delegated_by"), Column("scope", "verb"), Column("since", "date"),
    Column("until", "date"), Column("holds", "yes_no"), Column("rests_on", word="paper"),
)  # fmt: skip
"""What people see of a person's rights, in order."""
OF_A_PLACE = (Column("person", "person"), *(each for each in COLUMNS if each.name != "holds"))
"""The same of those who act for a place on a day."""
_NOT_LENT = {"own_post", "power", "delegator"}
LENT = (
    Column("person", "person", word="lent_to"), *(each for each in COLUMNS if each.name not in _NOT_LENT)
)  # fmt: skip
"""The same of what a person lent to others."""


def papers_of(system: System, person: str) -> dict[int, tuple[Row, Event]]:
    """The events of a person by version: what each right rests on."""
    rows = system.ledger.stream(person_stream(person))
    return {row.version: (row, CODEC.decode(row.topic, row.state)) for row in rows}


def holds(right: Mandate | Delegation, on: date) -> bool:
    """Whether a day is among those for which it was given."""
    return right.since <= on and (right.until is None or on <= right.until)


def lasting(known: Person, on: date, world: LedgerWorld) -> Iterator[Delegation]:
    """The delegations whose delegator's own mandate still holds on a day."""
    for lent in known.delegations.values():
        delegator = world.person(lent.delegator)
        own = delegator.mandates.get(lent.mandate) if delegator else None
        if own is not None and own.power == "act" and own.holds_on(on):
            yield lent


def rights_of(
    known: Person, on: date, papers: dict[int, tuple[Row, Event]], world: LedgerWorld
) -> Iterator[Acting]:
    """Every right of a person to act there ever was, their own first."""
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
    still_lent = list(lasting(known, on, world))
    for lent in known.delegations.values():
        yield Acting(
            person=known.person,
            organ=lent.organ,
            power="act",
            delegator=lent.delegator,
            scope=lent.scope,
            since=lent.since,
            until=lent.until,
            holds=holds(lent, on) and lent in still_lent,
            paper=_paper(papers[lent.version][1]),
            given_at=f"{person_stream(known.person)}@{lent.version}",
        )


def _paper(given: Event) -> Document | None:
    if isinstance(given, DelegationGiven):
        return given.evidence
    return given.instrument if isinstance(given, MandateGiven) else None


def lent_by(system: System, delegator: str, on: date, world: LedgerWorld) -> Iterator[Acting]:
    """What a person lent to others: found among all delegations, which are few."""
    receivers = given_to(system, lambda event: getattr(event, "delegator", "") == delegator)
    for code in sorted(receivers):
        known = world.person(code)
        if known is not None:
            rights = rights_of(known, on, papers_of(system, code), world)
            yield from (right for right in rights if right.delegator == delegator)


def given_to(system: System, wanted: Callable[[MandateGiven | DelegationGiven], bool]) -> list[str]:
    """Who was given a right that is wanted; the papers of others are not read."""
    topics = (MandateGiven.TOPIC, DelegationGiven.TOPIC)
    given = (
        row.stream.removeprefix("person:")
        for rows in system.ledger.read(0, None, 5_000, topics)
        for row in rows
        if wanted(CODEC.decode(row.topic, row.state))
    )
    return list(dict.fromkeys(given))
