"""Guards of self-assessment, vote and dossier."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from domain.case.ballots import base_of, has_quorum
from domain.case.guards import bound
from domain.events import case as c
from domain.events.base import Document, Outcome, StepTaken
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.events.details import Ballots
    from domain.programme.procedure import Vote


def _sheets_submitted(situation: Situation) -> list[Refusal]:
    case = situation.case
    done = case is not None and case.last(c.IndividualSheetSubmitted) is not None
    return [] if done else [refusal("no_sheet")]


def _sheet_complete(situation: Situation) -> list[Refusal]:
    sheet = getattr(situation.command.payload, "sheet", None)
    return situation.sheet_refusals(sheet, complete=True) if sheet else []


def _sheet_by_criterion(situation: Situation) -> list[Refusal]:
    """Who appraises criterion by criterion hands in a sheet of their own (SL-STP-5)."""
    sheet = getattr(situation.command.payload, "sheet", None)
    return [] if sheet else [refusal("sheet_missing")]


def aggregate_outcome(situation: Situation) -> Outcome | None:
    """What the collective's aggregate sheet came to, or None before it is adopted."""
    return _outcome_of(situation, c.AggregateAdopted)


def own_outcome(situation: Situation) -> Outcome | None:
    """What the subject's own assessment came to: the aggregate sheet, or a member's own sheet."""
    return aggregate_outcome(situation) or _outcome_of(situation, c.IndividualSheetSubmitted)


def _outcome_of(situation: Situation, event: type[StepTaken[Any]]) -> Outcome | None:
    act = situation.case.last(event) if situation.case else None
    return act.event.details.outcome if act else None


def _aggregate_adopted(situation: Situation) -> list[Refusal]:
    return [] if aggregate_outcome(situation) else [refusal("no_aggregate")]


def _claim_not_above_outcome(situation: Situation) -> list[Refusal]:
    """A unit may claim less than its sheet came to; more as the programme says: never, or with a reason."""
    outcome, claim = own_outcome(situation), situation.command.payload
    if claim.level != "PASS" or outcome is None or outcome.passes:
        return []
    above = refusal("claim_above_outcome", **bound.failing(situation, outcome))
    if situation.programme.binding.own_claim == "refuse":
        return [above]
    return [] if claim.departure.strip() else [bound.unexplained(above)]


def _claim_as_outcome(situation: Situation) -> list[Refusal]:
    """Where the text says which of the two levels follows, neither more nor less is claimed (PW-SCO-1)."""
    outcome, claim = own_outcome(situation), situation.command.payload
    if claim.level == "FAIL" and outcome is not None and outcome.passes:
        return [refusal("claim_below_outcome", level=situation.level("FAIL"))]
    return _claim_not_above_outcome(situation)


def _vote_passed(situation: Situation) -> list[Refusal]:
    vote = situation.programme.vote
    if vote is None or not vote.asked_of(situation.candidate.kind):
        return []
    counted = situation.case.last(c.BallotsCounted) if situation.case else None
    if counted is None:
        return [refusal("vote_missing")]
    return [] if counted.event.details.passed else [lost(counted.event.details, vote)]


def lost(ballots: Ballots, vote: Vote) -> Refusal:
    """Why a vote was lost: too few came, or too few were for it, as a whole or on a criterion."""
    if not has_quorum(ballots, vote):
        of = {"present": ballots.present, "roll": ballots.roll, "quorum": vote.quorum}
        return refusal("vote_without_quorum", **of)
    if ballots.lost_on and ballots.votes_for > Fraction(vote.majority) * base_of(ballots, vote):
        criteria = kinds.many("criterion", ballots.lost_on)
        return refusal("vote_lost_on", criteria=criteria, share=vote.majority)
    return refusal(
        "vote_lost", votes_for=ballots.votes_for, share=vote.majority, of=base_of(ballots, vote)
    )


def _dossier_complete(situation: Situation) -> list[Refusal]:
    """Every required document of the dossier is in, over all the times it was handed in."""
    present = {document.document for document in handed_in(situation)}
    return [
        refusal(
            "document_missing",
            document=kinds.document(asked.document, asked),
            symbol=asked.document,
        )
        for asked in situation.programme.dossier
        if asked.required
        and (not asked.subjects or situation.candidate.kind in asked.subjects)
        and asked.document not in present
    ]


_HANDED_IN = (c.DossierSubmitted.TOPIC, c.DossierSupplemented.TOPIC)


def handed_in(situation: Situation) -> list[Document]:
    """Documents handed in so far and with this command."""
    acts = situation.case.acts if situation.case else []
    earlier = [
        document
        for act in acts
        if act.topic in _HANDED_IN
        for document in act.event.details.documents
    ]
    return [*earlier, *getattr(situation.command.payload, "documents", [])]


GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {
    "sheets_submitted": _sheets_submitted,
    "sheet_complete": _sheet_complete,
    "sheet_by_criterion": _sheet_by_criterion,
    "aggregate_adopted": _aggregate_adopted,
    "claim_not_above_outcome": _claim_not_above_outcome,
    "claim_as_outcome": _claim_as_outcome,
    "vote_passed": _vote_passed,
    "dossier_complete": _dossier_complete,
}
