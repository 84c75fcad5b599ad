"""What an act can name in a case: where there is nothing of the kind, the act cannot be done at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from domain.case.guards.consultation import bodies_named
from domain.case.guards.restoring import upheld_since_revocation
from domain.case.live_evidence import live_evidence
from domain.case.may import CaseAbout
from domain.events import case as c
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation


Choices = Callable[["Situation"], list[str]]


def waiting_petitions(situation: Situation) -> list[str]:
    """Those that were not answered."""
    case = situation.case
    if case is None:
        return []
    answered = {act.event.details.petition for act in case.all(c.PetitionAnswered)}
    filed = [act.event.details.petition for act in case.all(c.PetitionFiled)]
    return [petition for petition in filed if petition not in answered]


def corrigible(situation: Situation) -> list[str]:
    """Positions of the acts that a correction can be about."""
    acts = situation.case.acts if situation.case else []
    return [str(act.position) for act in acts if act.topic != c.CorrectionRecorded.TOPIC]


def _decided(situation: Situation) -> list[str]:
    decision = situation.case.decision if situation.case else None
    return [decision.number] if decision else []


def _suspended(situation: Situation) -> list[str]:
    return [situation.case.stream] if situation.case and situation.case.suspended else []


CHOICES: dict[str, Choices] = {
    "withdraw-evidence": lambda situation: sorted(live_evidence(situation.case)),
    "open-consultation": bodies_named,
    "give-opinion": lambda situation: list(CaseAbout(situation).bodies),
    "supersede-decision": _decided,
    "restore-recognition": lambda situation: upheld_since_revocation(situation.case),
    "review-dependent": lambda situation: [use[0] for use in CaseAbout(situation).flags],
    "answer-petition": waiting_petitions,
    "correct": corrigible,
    "resume": _suspended,
}
"""By command, where its rules refuse whatever else is named: ids of evidence, organs, numbers, petitions, cases."""


def nothing_to_name(situation: Situation, verb: str) -> list[Refusal]:
    """Refuse a command for which there is nothing in the case."""
    choices = CHOICES.get(verb)
    if choices is None or choices(situation):
        return []
    if verb == "resume":
        return [refusal("case_not_suspended")]
    return [refusal("nothing_to_name", verb=kinds.verb(verb))]
