"""Rules of every programme: an open round, no act on a suspended case, payloads that make sense."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from domain.case import correction
from domain.case.completion import mean_of_sheets
from domain.case.guards import consultation, preparation, restoring, revoking, rewarding
from domain.events import case as c
from domain.events import details as d
from domain.refusals import Refusal, refusal
from domain.scoring.mean import entered_points

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation

_WHILE_SUSPENDED = {"resume", "withdraw", "cancel", "correct", "file-petition", "answer-petition"}
_AFTER_THE_ROUND = {
    "find-defect", "open-inquiry", "explain", "confirm-recognition", "revoke", "restore-recognition",
    "supersede-decision", "recall-reward", "correct", "comment",
    "file-petition", "answer-petition", "review-dependent", "conclude-inspection",
}  # fmt: skip
"""What a locked round still allows: looking at a recognition again, never making one."""


def refusals(situation: Situation) -> list[Refusal]:
    """List what every programme would refuse."""
    found = [*_of_case(situation), *preparation.cooling_refusals(situation)]
    payload = situation.command.payload
    check = _PAYLOAD.get(type(payload))
    if check:
        found.extend(check(situation, payload))
    if not situation.command.reason.strip():
        found.append(refusal("reason_missing"))
    return found


def _of_case(situation: Situation) -> list[Refusal]:
    found = []
    closed = situation.round is None or situation.round.locked
    if closed and situation.verb not in _AFTER_THE_ROUND:
        found.append(
            refusal(
                "round_not_open",
                programme=situation.programme.code,
                period=situation.command.period,
            )
        )
    suspended = situation.case is not None and situation.case.suspended
    if suspended and situation.verb not in _WHILE_SUSPENDED:
        found.append(refusal("case_suspended"))
    if situation.verb == "resume" and not suspended:
        found.append(refusal("case_not_suspended"))
    return found


def _sheet(situation: Situation, payload: Any) -> list[Refusal]:
    if payload.sheet is None:
        return []
    return situation.sheet_refusals(payload.sheet, complete=False)


def _adoption(situation: Situation, payload: d.Adoption) -> list[Refusal]:
    found = situation.sheet_refusals(payload.sheet, complete=True)
    means = mean_of_sheets(situation)
    adopted = entered_points(payload.sheet, situation.criteria)
    for node, mean in means.items():
        departs = adopted.get(node, Fraction(mean)) != Fraction(mean)
        if departs and not payload.departures.get(node, "").strip():
            found.append(refusal("departure_from_mean", node=node, mean=mean))
    return found


def _decision(situation: Situation, payload: d.Decision) -> list[Refusal]:
    found = _sheet(situation, payload)
    if not payload.number.strip():
        found.append(refusal("number_missing"))
    proposal = _proposal(situation)
    departs = proposal not in ("", payload.level)
    if departs and not payload.departure.strip():
        found.append(refusal("departure_unexplained", level=payload.level))
    return found


def _proposal(situation: Situation) -> str:
    """The newest proposal, of the appraiser or of a hop; empty where there is none."""
    events = (c.Appraised, c.HopAppraised)
    found = [act for event in events if situation.case and (act := situation.case.last(event))]
    newest = max(found, key=lambda act: act.position, default=None)
    proposal: str = newest.event.details.proposal if newest else ""
    return proposal


def _ballots(_situation: Situation, payload: d.Ballots) -> list[Refusal]:
    checks = {
        "ballots_present": payload.present <= payload.roll,
        "ballots_issued": payload.issued <= payload.present,
        "ballots_returned": payload.returned <= payload.issued,
        "ballots_valid": payload.valid + payload.invalid == payload.returned,
        "ballots_votes": payload.votes_for + payload.votes_against <= payload.valid,
        "ballots_negative": min(payload.roll, payload.present, payload.issued, payload.returned,
                                payload.valid, payload.invalid, payload.votes_for,
                                payload.votes_against) >= 0,
    }  # fmt: skip
    values = {f: getattr(payload, f) for f in ("roll", "present", "issued", "returned", "valid")}
    values |= {f: getattr(payload, f) for f in ("invalid", "votes_for", "votes_against")}
    return [refusal(code, **values) for code, holds in checks.items() if not holds]


def _return(situation: Situation, payload: d.Return) -> list[Refusal]:
    found = []
    if not payload.missing or not all(item.strip() for item in payload.missing):
        found.append(refusal("return_names_nothing"))
    if payload.due_on <= situation.on:
        found.append(refusal("return_date_not_later", due_on=payload.due_on, on=situation.on))
    return found


def _evidence(situation: Situation, payload: d.Evidence) -> list[Refusal]:
    known = {node.id for group in situation.criteria.groups for node in _nodes(group.nodes)}
    found = [refusal("node_unknown", node=node) for node in payload.nodes if node not in known]
    if payload.evidence in live_evidence(situation):
        found.append(refusal("evidence_twice", evidence=payload.evidence))
    if payload.document is None and not payload.value.strip():
        found.append(refusal("evidence_empty", evidence=payload.evidence))
    return found


def _nodes(nodes: list[Any]) -> list[Any]:
    return [deep for node in nodes for deep in (node, *_nodes(node.nodes))]


def live_evidence(situation: Situation) -> set[str]:
    """Evidence ids attached and not withdrawn."""
    live: set[str] = set()
    for act in situation.case.acts if situation.case else ():
        if act.topic == c.EvidenceAttached.TOPIC:
            live.add(act.event.details.evidence)
        elif act.topic == c.EvidenceWithdrawn.TOPIC:
            live.discard(act.event.details.evidence)
    return live


def _withdrawal(situation: Situation, payload: d.EvidenceWithdrawal) -> list[Refusal]:
    if payload.evidence in live_evidence(situation):
        return []
    return [refusal("evidence_unknown", evidence=payload.evidence)]


def _correction(situation: Situation, payload: d.Correction) -> list[Refusal]:
    case = situation.case
    return correction.refusals(case, payload, situation.world.today) if case else []


_PAYLOAD: dict[type, Callable[[Situation, Any], list[Refusal]]] = {
    d.Scoring: _sheet,
    d.Appraisal: _sheet,
    d.Adoption: _adoption,
    d.Decision: _decision,
    d.Ballots: _ballots,
    d.Return: _return,
    d.Evidence: _evidence,
    d.EvidenceWithdrawal: _withdrawal,
    d.Correction: _correction,
    d.ConsultationRequest: consultation.request_refusals,
    d.Opinion: consultation.opinion_refusals,
    d.ConsultationClosing: consultation.closing_refusals,
    d.Finding: revoking.finding_refusals,
    d.Revocation: revoking.revocation_refusals,
    d.Inquiry: revoking.inquiry_refusals,
    d.Restoration: restoring.restoration_refusals,
    d.Supersession: restoring.supersession_refusals,
    d.RewardDecision: rewarding.reward_refusals,
    d.Petition: revoking.petition_refusals,
    d.PetitionAnswer: revoking.answer_refusals,
    d.DependentReview: revoking.review_refusals,
}
