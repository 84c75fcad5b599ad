"""How events change a case. It copies; it never refuses and never asks the workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.case.correction import corrected
from domain.case.state import Act, Case
from domain.events import case as c
from domain.events.base import Event, StepTaken

if TYPE_CHECKING:
    from domain.stamp import Stamp


def evolve(case: Case | None, event: Event, stamp: Stamp) -> Case:
    """Apply an event; raise TypeError for an event that is not one of a case."""
    if isinstance(event, StepTaken) and case is not None:
        return _take_step(case, event, stamp)
    if isinstance(event, c.CaseOpened):
        return Case(
            stream=stamp.stream,
            opened=event,
            subject=event.subject,
            unit=event.unit,
            opened_on=stamp.effective_on,
            version=stamp.version,
            position=stamp.position,
            moved_on=stamp.effective_on,
        )
    raise TypeError(type(event))


def _take_step(case: Case, event: StepTaken[Any], stamp: Stamp) -> Case:
    act = Act(
        event, stamp.position, stamp.effective_on, stamp.signed_by, stamp.organ, stamp.recorded_at
    )
    case.acts.append(act)
    case.latest[event.TOPIC] = act
    case.version = stamp.version
    case.position = stamp.position
    if event.to_stage != event.from_stage:
        case.stage = event.to_stage
        case.moved_on = max(case.moved_on, stamp.effective_on)
    also = _ALSO.get(type(event))
    if also is not None:
        also(case, event)
    return case


def _suspend(case: Case, _event: StepTaken[Any]) -> None:
    case.suspended = True


def _resume(case: Case, _event: StepTaken[Any]) -> None:
    case.suspended = False


def _follow_successor(case: Case, event: StepTaken[Any]) -> None:
    if case.subject.startswith("unit:"):
        case.subject = f"unit:{event.details.successor}"
    case.unit = event.details.successor


def _correct(case: Case, event: StepTaken[Any]) -> None:
    for index, act in enumerate(case.acts):
        if act.position == event.details.of_position:
            case.acts[index] = replacement = corrected(act, event.details)
            if case.latest[act.event.TOPIC] is act:
                case.latest[act.event.TOPIC] = replacement


_ALSO = {
    c.CaseSuspended: _suspend,
    c.CaseResumed: _resume,
    c.SubjectSucceeded: _follow_successor,
    c.CorrectionRecorded: _correct,
}
