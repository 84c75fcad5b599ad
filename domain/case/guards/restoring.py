"""Guards of what comes after a decision: restoring a revoked recognition, superseding a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.events import case as c
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.case.state import Case
    from domain.events import details as d


def restoration_refusals(situation: Situation, payload: d.Restoration) -> list[Refusal]:
    """A revocation is revoked by a numbered paper, after a petition against it was upheld."""
    reasons = [] if payload.number.strip() else [refusal("number_missing")]
    if payload.petition not in upheld_since_revocation(situation.case):
        reasons.append(refusal("petition_not_upheld", petition=payload.petition))
    return reasons


def upheld_since_revocation(case: Case | None) -> list[str]:
    """The petitions that were upheld since the recognition was revoked."""
    revoked = case.revoked if case else None
    if case is None or revoked is None:
        return []
    return [
        act.event.details.petition
        for act in case.all(c.PetitionAnswered)
        if act.position > revoked.position and act.event.details.upheld
    ]


def _petition_upheld(situation: Situation) -> list[Refusal]:
    """What was decided or counted is decided or counted anew only after a petition was upheld since, and once."""
    case = situation.case
    if case is None:
        return []
    again = [act for act in case.acts if act.topic in _AGAIN.get(situation.verb, ())]
    since = max((act.position for act in again), default=0)
    upheld = (act for act in case.all(c.PetitionAnswered) if act.event.details.upheld)
    return [] if any(act.position > since for act in upheld) else [refusal("no_upheld_petition")]


def supersession_refusals(situation: Situation, payload: d.Supersession) -> list[Refusal]:
    """A new decision has a number of its own and is not older than the one it replaces."""
    reasons = [] if payload.number.strip() else [refusal("number_missing")]
    decided = situation.case.decided if situation.case else None
    if decided is None:
        return [*reasons, refusal("nothing_decided")]
    if payload.number.strip() == decided.event.details.number:
        reasons.append(refusal("number_of_the_replaced", number=payload.number))
    if situation.on.isoformat() < decided.effective_on:
        reasons.append(
            refusal(
                "supersedes_a_later_one",
                on=situation.on,
                decided_on=kinds.day(decided.effective_on),
            )
        )
    if payload.sheet is not None:
        reasons.extend(situation.sheet_refusals(payload.sheet, complete=False))
    return reasons


_DECIDED = (c.DecisionIssued.TOPIC, c.DecisionSuperseded.TOPIC)
_AGAIN: dict[str, tuple[str, ...]] = {
    "decide": _DECIDED,
    "supersede-decision": _DECIDED,
    "count-ballots": (c.BallotsCounted.TOPIC,),
    "adopt-aggregate": (c.AggregateAdopted.TOPIC,),
    "appraise": (c.Appraised.TOPIC,),
    "appraise-at-hop": (c.HopAppraised.TOPIC,),
}
"""The acts that a command would do anew, by its verb; a petition upheld before the newest of them is spent."""
GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {"petition_upheld": _petition_upheld}
