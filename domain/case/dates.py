"""Dates of acts: steps in order, nothing in the future, when a step is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from domain.events import case as c
from domain.refusals import Refusal, refusal
from workflow.deadline import due_on as deadline_due_on

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events.base import StepTaken
    from workflow.definition import Step


def refusals(situation: Situation, step: Step) -> list[Refusal]:
    """List what is wrong with the effective date (docs/time.md)."""
    on, case, found = situation.on, situation.case, []
    if on > situation.world.today:
        found.append(refusal("date_in_future", on=on, today=situation.world.today))
    if case is None:
        return found
    if on.isoformat() < case.opened_on:
        found.append(refusal("date_before_opening", on=on, opened_on=case.opened_on))
    elif step.to and step.to != case.stage and on.isoformat() < case.moved_on:
        found.append(refusal("date_before_last_step", on=on, moved_on=case.moved_on))
    return found


_SET_BY_AN_ACT: dict[str, tuple[type[StepTaken[Any]], str]] = {
    "supplement-dossier": (c.DossierReturned, "due_on"),
    "explain": (c.DefectFound, "explain_by"),
    "give-opinion": (c.ConsultationOpened, "due_on"),
    "answer-petition": (c.PetitionFiled, "answer_by"),
}
"""Acts whose due date an earlier act of the case has set."""


def due_on(situation: Situation, step: Step) -> date | None:
    """The day by which the step is due: set by an act, extended, or as the file says."""
    if step.verb in _SET_BY_AN_ACT:
        return _set_by_an_act(situation, step.verb)
    if not step.deadline:
        return None
    extended = situation.round and situation.round.extended(
        step.deadline, situation.candidate.subject
    )
    if extended:
        return extended
    return deadline_due_on(
        situation.programme.deadlines[step.deadline],
        situation.year,
        known_dates(situation),
        situation.world.holidays(),
    )


def _set_by_an_act(situation: Situation, verb: str) -> date | None:
    event, field = _SET_BY_AN_ACT[verb]
    act = situation.case.last(event) if situation.case else None
    day: date | None = getattr(act.event.details, field) if act else None
    return day


def known_dates(situation: Situation) -> dict[str, date]:
    """Dates that a deadline may count from: steps taken, a return's new date."""
    case = situation.case
    if case is None:
        return {}
    return {name: date.fromisoformat(on) for name, on in case.step_dates().items()}
