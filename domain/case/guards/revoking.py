"""Guards of findings, re-examination and revocation (D-31 to D-35), of petitions and reviews."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.authority.successor import successor_organ
from domain.case.guards.always import criteria_refusals
from domain.events import case as c
from domain.events import details as d
from domain.refusal import Refusal, refusal
from domain.unit.organs_there import organ_refusals
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from domain.case.situation import Situation


def _evidence_given(situation: Situation) -> list[Refusal]:
    evidence = getattr(situation.command.payload, "evidence", [])
    return [] if evidence else [refusal("finding_without_evidence")]


def _explained_or_time_over(situation: Situation) -> list[Refusal]:
    """The unit has explained, or its time is over, or the reason for not waiting is written."""
    case = situation.case
    finding = case.last(c.DefectFound) if case else None
    if case is None or finding is None:
        return [refusal("no_finding")]
    explained = case.last(c.ExplanationGiven)
    if explained is not None and explained.position > finding.position:
        return []
    explain_by = finding.event.details.explain_by
    excused = getattr(situation.command.payload, "without_explanation", "").strip()
    if excused or situation.on > explain_by:
        return []
    return [refusal("explanation_time_runs", explain_by=explain_by)]


def _inquiry_concluded(situation: Situation) -> list[Refusal]:
    """An inquiry that was opened has come to a conclusion."""
    case = situation.case
    opened = case.last(c.InquiryOpened) if case else None
    if case is None or opened is None:
        return []
    body = opened.event.details.body
    concluded = any(
        act.position > opened.position
        and act.organ
        == successor_organ(body, date.fromisoformat(act.effective_on), situation.world)
        for act in case.all(c.InspectionConcluded)
    )
    return [] if concluded else [refusal("inquiry_runs", body=kinds.organ(body))]


def inquiry_refusals(situation: Situation, payload: d.Inquiry) -> list[Refusal]:
    """An inquiry is led by an organ that exists, to a day that is not over."""
    reasons = organ_refusals(payload.body, situation.on, situation.world)
    if payload.due_on < situation.on:
        reasons.append(refusal("inquiry_date_past", due_on=payload.due_on))
    return reasons


def finding_refusals(situation: Situation, payload: d.Finding) -> list[Refusal]:
    """A finding names a ground of the programme and criteria that there are, and says what was found."""
    return [
        *_ground(situation, payload.ground),
        *_said(payload.statement),
        *criteria_refusals(situation, payload.nodes, "nodes"),
    ]


def _said(text: str) -> list[Refusal]:
    return [] if text.strip() else [refusal("statement_missing")]


def _ground(situation: Situation, ground: str) -> list[Refusal]:
    known = situation.programme.revocation.grounds
    if ground in known:
        return []
    return [
        refusal(
            "ground_unknown",
            ground=kinds.of("ground", ground),
            known=[kinds.typed(kinds.of("ground", *each)) for each in known.items()],
        )
    ]


def revocation_refusals(situation: Situation, payload: d.Revocation) -> list[Refusal]:
    """A revocation has a number, a ground, and an effect the programme knows, from a right date."""
    reasons = _ground(situation, payload.ground)
    if not payload.number.strip():
        reasons.append(refusal("number_missing"))
    decided = situation.case.decided if situation.case else None
    if decided is not None and payload.number.strip() == decided.event.details.number:
        reasons.append(refusal("number_of_the_replaced", number=payload.number))
    reasons += _effect(payload.effect, situation.programme.revocation.effects)
    if payload.effect == "from_date":
        reasons.extend(_effect_date(situation, payload))
    return reasons


def _effect(effect: str, effects: Sequence[str]) -> list[Refusal]:
    if effect in effects:
        return []
    known = [kinds.typed(kinds.of("effect", each)) for each in effects]
    return [refusal("effect_unknown", effect=kinds.of("effect", effect), known=known)]


def _effect_date(situation: Situation, payload: d.Revocation) -> list[Refusal]:
    decided_on = situation.case.decided_on if situation.case else ""
    if payload.effect_on is None:
        return [refusal("effect_date_missing")]
    if payload.effect_on.isoformat() < decided_on:
        return [
            refusal(
                "effect_before_recognition", effect_on=payload.effect_on, on=kinds.day(decided_on)
            )
        ]
    return []


def petition_refusals(situation: Situation, payload: d.Petition) -> list[Refusal]:
    """A petition has an id of its own and says what it asks."""
    acts = situation.case.all(c.PetitionFiled) if situation.case else []
    twice = any(act.event.details.petition == payload.petition for act in acts)
    reasons = [refusal("petition_twice", petition=payload.petition)] if twice else []
    return [*reasons, *_said(payload.subject_matter)]


def answer_refusals(situation: Situation, payload: d.PetitionAnswer) -> list[Refusal]:
    """An answer belongs to a petition that waits for one."""
    case = situation.case
    filed = {act.event.details.petition for act in case.all(c.PetitionFiled)} if case else set()
    answered = (
        {act.event.details.petition for act in case.all(c.PetitionAnswered)} if case else set()
    )
    waits = payload.petition in filed - answered
    return [] if waits else [refusal("petition_unknown", petition=payload.petition)]


def review_refusals(situation: Situation, payload: d.DependentReview) -> list[Refusal]:
    """Only an outcome that was flagged is reviewed, once."""
    case = situation.case
    key = (payload.revoked, payload.use)
    flagged = (
        [_key(act.event.details) for act in case.all(c.DependentOutcomeFlagged)] if case else []
    )
    done = [_key(act.event.details) for act in case.all(c.DependentOutcomeReviewed)] if case else []
    waits = flagged.count(key) > done.count(key)
    return (
        []
        if waits
        else [
            refusal(
                "nothing_flagged",
                revoked=kinds.of("stream", payload.revoked),
                use=kinds.of("use", payload.use),
            )
        ]
    )


def _key(details: d.Flagging | d.DependentReview) -> tuple[str, str]:
    return details.revoked, details.use


GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {
    "evidence_given": _evidence_given,
    "explained_or_time_over": _explained_or_time_over,
    "inquiry_concluded": _inquiry_concluded,
}
