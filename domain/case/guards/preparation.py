"""Guards before the assessment: pilot list, registration, commitment, plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.events import case as c
from domain.periods import year_of
from domain.refusal import Refusal, refusal
from domain.streams import subject_tag
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.case.state import Case
    from domain.events import details as d
    from domain.events.base import Data, StepTaken
    from domain.programme.taking_part import Commitment, Registration


def _on_pilot_list(situation: Situation) -> list[Refusal]:
    listed = situation.round is not None and situation.candidate.unit in situation.round.pilot_units
    return (
        [] if listed else [refusal("not_on_pilot_list", unit=kinds.unit(situation.candidate.unit))]
    )


def _not_pilot_round(situation: Situation) -> list[Refusal]:
    pilot = situation.programme.pilot
    if pilot is None or situation.command.period not in pilot.periods:
        return []
    return [refusal("pilot_round", period=situation.command.period)]


def cooling_refusals(situation: Situation) -> list[Refusal]:
    """After a revocation (D-35), or a grade that says so, the subject may be kept out for some years."""
    if situation.case is not None:
        return []
    return [*_after_revocation(situation), *_after_grade(situation)]


def _after_grade(situation: Situation) -> list[Refusal]:
    """A grade may have the subject wait for some years after its own."""
    grades = situation.programme.grade
    if not any(each.waits_years for each in grades.values()):
        return []
    waits = {
        year_of(case.opened.period) + grades[case.grade].waits_years + 1: case.grade
        for case in _own_cases(situation)
        if case.grade in grades and grades[case.grade].waits_years
    }
    again = max(waits, default=0)
    if situation.year >= again:
        return []
    grade = situation.level(waits[again])
    return [refusal("grade_waits", grade=grade, again=kinds.ordinal(again))]


def _after_revocation(situation: Situation) -> list[Refusal]:
    years = situation.programme.revocation.cool_down_years
    if not years:
        return []
    revoked = max(_revoked_years(situation), default=0)
    if not revoked or situation.year >= revoked + years:
        return []
    return [
        refusal(
            "cooling_down",
            revoked=kinds.ordinal(revoked),
            again=kinds.ordinal(revoked + years),
        )
    ]


def _revoked_years(situation: Situation) -> list[int]:
    """The years in which recognitions of the subject under this programme were revoked."""
    revoked = (case.revoked for case in _own_cases(situation))
    return [int(act.effective_on[:4]) for act in revoked if act is not None]


def _own_cases(situation: Situation) -> list[Case]:
    """The cases of the subject under this programme, of every period."""
    streams = situation.world.tagged(subject_tag(situation.candidate.subject))
    cases = filter(None, map(situation.world.case, streams))
    return [case for case in cases if case.opened.programme == situation.programme.code]


def _registration_open(situation: Situation) -> list[Refusal]:
    ended = situation.round is not None and situation.on > situation.round.closing_on
    return [refusal("registration_over", on=situation.on)] if ended else []


def preparation_refusals(situation: Situation, _payload: Data) -> list[Refusal]:
    """A decision is on who was registered, and signed a commitment, where the programme demands that."""
    asked: dict[str, tuple[Registration | Commitment | None, type[StepTaken[Any]]]] = {
        "registration_missing": (situation.programme.registration, c.Registered),
        "commitment_missing": (situation.programme.commitment, c.CommitmentSigned),
    }
    return [
        refusal(code)
        for code, (demand, event) in asked.items()
        if demand is not None
        and demand.required
        and _is_for(situation, demand.subjects)
        and (situation.case is None or situation.case.last(event) is None)
    ]


def registration_refusals(situation: Situation, payload: d.Registration) -> list[Refusal]:
    """A registration is made on its form and handed in through its contact, where the file names them."""
    asked = situation.programme.registration
    if asked is None or not _is_for(situation, asked.subjects):
        return []
    reasons, paper = [], payload.document
    if asked.form and (paper is None or paper.document != asked.form):
        reasons.append(refusal("registration_form_missing", form=kinds.document(asked.form)))
    if asked.contact and not payload.contact.strip():
        reasons.append(refusal("registration_contact_missing", contact=asked.contact))
    return reasons


def commitment_refusals(situation: Situation, payload: d.SignedCommitment) -> list[Refusal]:
    """A commitment is signed at a conference, where the file names one: on its day or after it."""
    asked = situation.programme.commitment
    if asked is None or not asked.conference or not _is_for(situation, asked.subjects):
        return []
    if payload.conference_on is None:
        return [refusal("conference_missing")]
    if payload.conference_on > situation.on:
        held = payload.conference_on
        return [refusal("conference_later", conference_on=held, on=situation.on)]
    return []


def _is_for(situation: Situation, subjects: list[str]) -> bool:
    return not subjects or situation.candidate.kind in subjects


def _happened(situation: Situation, event: type[StepTaken[Any]], missing: str) -> list[Refusal]:
    done = situation.case is not None and situation.case.last(event) is not None
    return [] if done else [refusal(missing)]


def _plan_filed(situation: Situation) -> list[Refusal]:
    return _happened(situation, c.PlanFiled, "plan_missing")


def _commitment_signed(situation: Situation) -> list[Refusal]:
    return _happened(situation, c.CommitmentSigned, "commitment_missing")


GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {
    "on_pilot_list": _on_pilot_list,
    "not_pilot_round": _not_pilot_round,
    "registration_open": _registration_open,
    "plan_filed": _plan_filed,
    "commitment_signed": _commitment_signed,
}
