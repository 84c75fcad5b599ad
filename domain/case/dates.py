"""Dates of acts: steps in order, nothing in the future, when a step is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.events.papers import paper_refusals
from domain.refusal import Refusal, refusal
from words import kinds
from workflow.deadline import due_on as deadline_due_on

if TYPE_CHECKING:
    from domain.case.acts.act_kind import ActKind, DueBy
    from domain.case.situation import Situation
    from workflow.definition import Step


def refusals(situation: Situation, step: Step) -> list[Refusal]:
    """List what is wrong with the effective date (docs/time.md)."""
    on, case, reasons = situation.on, situation.case, []
    if on > situation.world.today:
        reasons.append(refusal("date_in_future", on=on, today=situation.world.today))
    reasons.extend(paper_refusals(situation.command.payload, situation.world.today))
    if case is None:
        return reasons
    if on.isoformat() < case.opened_on:
        reasons.append(refusal("date_before_opening", on=on, opened_on=kinds.day(case.opened_on)))
    elif step.to and step.to != case.stage and on.isoformat() < case.moved_on:
        reasons.append(refusal("date_before_last_step", on=on, moved_on=kinds.day(case.moved_on)))
    return reasons


def due_on(situation: Situation, kind: ActKind, step: Step) -> date | None:
    """The day by which the step is due: set by an act, extended, or as the file says."""
    if kind.due_by:
        return _set_by_an_act(situation, kind.due_by)
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


def _set_by_an_act(situation: Situation, due_by: DueBy) -> date | None:
    act = situation.case.last(due_by.event) if situation.case else None
    day: date | None = getattr(act.event.details, due_by.field) if act else None
    return day


def known_dates(situation: Situation) -> dict[str, date]:
    """Dates that a deadline may count from: steps taken, a return's new date."""
    case = situation.case
    if case is None:
        return {}
    return {name: date.fromisoformat(on) for name, on in case.step_dates().items()}
