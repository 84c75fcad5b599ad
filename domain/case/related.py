"""Who is related to a case: its member, who signed its papers, leads its unit, holds a mandate in it (D-22)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.acting import organs_held
from domain.events import case as c

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.case.state import Act
    from domain.person.state import Person

ASSESSED = (c.IndividualSheetSubmitted.TOPIC, c.AggregateAdopted.TOPIC, c.LevelClaimed.TOPIC)
APPRAISED = (c.Appraised.TOPIC, c.HopAppraised.TOPIC)


def relation(situation: Situation, person: str) -> str:
    """How a person is related to the subject on the day: `member`, `signed`, `leads`, `mandate`; empty if not at all.

    A mandate to record alone is none: who enters what others signed has judged nothing. In a member's case the cell's
    organs propose, so that only the member, and who signed for them, are related.
    """
    if situation.candidate.member and person == situation.candidate.member:
        return "member"
    if person in _signers(situation):
        return "signed"
    known = situation.world.person(person)
    if known is None or situation.candidate.member:
        return ""
    if _leads(known, situation):
        return "leads"
    return "mandate" if _acts_for(known, situation) else ""


def involvement(situation: Situation, person: str) -> str:
    """As `relation`; also `appraised` for who appraised the case."""
    appraised = {act.signed_by for act in _acts(situation) if act.topic in APPRAISED}
    return relation(situation, person) or ("appraised" if person in appraised else "")


def related_deciders(situation: Situation) -> list[str]:
    """Who signs or votes and is related to the subject or appraised it, each once."""
    command = situation.command
    persons = dict.fromkeys((command.signed_by, *getattr(command.payload, "voters", ())))
    return [person for person in persons if involvement(situation, person)]


def _signers(situation: Situation) -> set[str]:
    """Who signed a paper of the subject: for one of its organs, or for themselves."""
    candidate = situation.candidate
    own = {candidate.subject}
    if not candidate.member:
        own = {candidate.unit, candidate.subject.removeprefix("unit:")}
    return {
        act.signed_by
        for act in _acts(situation)
        if act.topic in ASSESSED or act.organ.rpartition("/")[0] in own
    }


def _acts(situation: Situation) -> list[Act]:
    return situation.case.acts if situation.case else []


def _leads(person: Person, situation: Situation) -> bool:
    unit, on = situation.candidate.unit, situation.on
    return any(m.unit == unit and m.is_leader and m.holds_on(on) for m in person.memberships)


def _acts_for(person: Person, situation: Situation) -> bool:
    """Whether they sign for an organ of the unit on the day, by a mandate of their own or a delegation."""
    held = organs_held(person.person, situation.on, situation.world)
    return any(organ.rpartition("/")[0] == situation.candidate.unit for organ in held)
