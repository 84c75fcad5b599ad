"""What an inspector asks about the people below them: mandates that somebody gave themselves, refusals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.questions.persons import persons
from application.questions.refusal_list import RefusalRow, refusals
from domain.events.person import MandateGiven
from domain.refusal import RefusedError, refusal
from domain.streams import person_stream, split_organ
from projections.machinery.codec import CODEC
from words.tables import Column

if TYPE_CHECKING:
    from application.questions.sight import Sight
    from application.running.system import System

INSPECTS = "inspection_commission"
"""The organ whose members inspect (the glossary's)."""
SELF_GIVEN = (
    Column("on", "date"), Column("person", "person"), Column("organ", "organ"),
    Column("reason"), Column("position", "ordinal"),
)  # fmt: skip
"""What people see of a mandate that somebody gave themselves, in order."""


class SelfGiven(msgspec.Struct, frozen=True, kw_only=True):
    """A mandate that was recorded by the person whose it is, and the position of its event."""

    on: date
    person: str
    organ: str
    reason: str
    position: int


def inspects(sight: Sight) -> bool:
    """Whether somebody acts for an inspection commission today, by a mandate or by what was lent to them."""
    return any(split_organ(organ)[1] == INSPECTS for organ in sight.organs)


def refuse_who_does_not_inspect(sight: Sight) -> None:
    """Raise RefusedError for who acts for no inspection commission today."""
    if not inspects(sight):
        raise RefusedError([refusal("does_not_inspect")])


def people_in_sight(system: System, sight: Sight) -> frozenset[str]:
    """Persons who belong to a unit in sight, or act for one today."""
    return frozenset(
        row.person
        for row in persons(system)
        if row.unit in sight.units
        or any(split_organ(organ)[0] in sight.units for organ in row.organs)
    )


def refusals_of(system: System, people: frozenset[str]) -> list[RefusalRow]:
    """Refusals that were counted of these people, the newest day first."""
    found = [row for row in refusals(system) if row.actor in people]
    return sorted(found, key=lambda row: row.day, reverse=True)


def self_given(system: System, sight: Sight) -> list[SelfGiven]:
    """Mandates of organs in sight that the person themselves recorded, the newest first."""
    found = [
        SelfGiven(
            on=date.fromisoformat(str(row.effective_on)),
            person=row.actor,
            organ=event.organ,
            reason=system.ledger.texts([row.position]).get(row.reason) or "",
            position=row.position,
        )
        for rows in system.ledger.read(0, None, 5_000, (MandateGiven.TOPIC,))
        for row in rows
        if row.stream == person_stream(row.actor)
        and split_organ((event := CODEC.decode(row.topic, row.state)).organ)[0] in sight.units
    ]
    return found[::-1]
