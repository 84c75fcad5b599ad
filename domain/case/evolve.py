"""How events change a case. It copies; it never refuses and never asks the workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from domain.case.correction import corrected
from domain.case.state import Act, Case
from domain.events import case as c
from domain.events.base import Event, StepTaken

if TYPE_CHECKING:
    from domain.stamp import Stamp


class Way(msgspec.Struct):
    """The part of a step that a fold needs; the rest of the event waits until it is asked for."""

    step: str
    from_stage: str
    to_stage: str


def evolve(case: Case | None, event: Event | Way, stamp: Stamp) -> Case:
    """Apply an event, whole or read narrowly; raise TypeError for one that is not of a case."""
    if case is not None and isinstance(event, Way | StepTaken):
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


def _take_step(case: Case, event: StepTaken[Any] | Way, stamp: Stamp) -> Case:
    whole = None if isinstance(event, Way) else event
    act = Act(
        topic=stamp.topic,
        step=event.step,
        position=stamp.position,
        effective_on=stamp.effective_on,
        signed_by=stamp.signed_by,
        organ=stamp.organ,
        recorded_at=stamp.recorded_at,
        known=whole,
        state=b"" if whole else stamp.state,
    )
    case.acts.append(act)
    case.latest[stamp.topic] = act
    case.version = stamp.version
    case.position = stamp.position
    if event.to_stage != event.from_stage:
        case.stage = event.to_stage
        case.moved_on = max(case.moved_on, stamp.effective_on)
    also = _ALSO.get(stamp.topic)
    if also is not None:
        also(case, act.event)
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
            if case.latest[act.topic] is act:
                case.latest[act.topic] = replacement


_ALSO = {
    c.CaseSuspended.TOPIC: _suspend,
    c.CaseResumed.TOPIC: _resume,
    c.SubjectSucceeded.TOPIC: _follow_successor,
    c.CorrectionRecorded.TOPIC: _correct,
}

DECODERS = {
    event.TOPIC: msgspec.json.Decoder(Way if issubclass(event, StepTaken) else event).decode
    for event in vars(c).values()
    if isinstance(event, type) and issubclass(event, Event) and event.TOPIC
}
"""How the events of a case are read for a fold: narrowly, but for the opening."""
