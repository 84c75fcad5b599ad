"""How events change a case. It copies; it never refuses and never asks the workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from domain.case.correction import corrected
from domain.case.state import Act, Case
from domain.events import case as c
from domain.events.base import Event, StepTaken

if TYPE_CHECKING:
    from domain.stamp import Stamp


class Way(msgspec.Struct, gc=False):
    """The part of a step that a fold needs; the rest of the event waits until it is asked for."""

    step: str
    from_stage: str
    to_stage: str


def evolve(case: Case | None, event: Event | Way, stamp: Stamp) -> Case:
    """Apply an event, whole or read narrowly; raise TypeError for one that is not of a case."""
    if case is None:
        return _opened(event, stamp)
    if type(event) is Way:
        _take(case, event, stamp, None, stamp.state)
    elif isinstance(event, StepTaken):
        _take(case, event, stamp, event, b"")
    else:
        raise TypeError(type(event))
    return case


def _opened(event: Event | Way, stamp: Stamp) -> Case:
    if not isinstance(event, c.CaseOpened):
        raise TypeError(type(event))
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


def _take(
    case: Case, way: Way | StepTaken[Any], stamp: Stamp, known: StepTaken[Any] | None, state: bytes
) -> None:
    topic, on, position = stamp.topic, stamp.effective_on, stamp.position
    act = Act(
        topic, way.step, position, on, stamp.signed_by, stamp.organ, stamp.recorded_at, known, state
    )
    case.version, case.position = stamp.version, position
    _keep(case, act, way)
    if topic == c.CorrectionRecorded.TOPIC:
        _correct(case, act.event)


def retake(case: Case, act: Act) -> None:
    """Apply an act that stands as corrected already; a correction corrects nothing more."""
    _keep(case, act, act.event)


def _keep(case: Case, act: Act, way: Way | StepTaken[Any]) -> None:
    case.acts.append(act)
    case.latest[act.topic] = act
    if way.to_stage != way.from_stage:
        case.stage = way.to_stage
        case.moved_on = max(case.moved_on, act.effective_on)
    if act.topic in _ALSO:
        _ALSO[act.topic](case, act.event)


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
}

DECODERS = {
    event.TOPIC: msgspec.json.Decoder(Way if issubclass(event, StepTaken) else event).decode
    for event in vars(c).values()
    if isinstance(event, type) and issubclass(event, Event) and event.TOPIC
}
"""How the events of a case are read for a fold: narrowly, but for the opening."""


class Columns(NamedTuple):
    """The columns of a row that a fold of a case looks at."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    recorded_at: str
    effective_on: str
    signed_by: str
    organ: str
