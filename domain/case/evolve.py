"""How events change a case. It copies; it never refuses and never asks the workflow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from domain.case.correction import corrected
from domain.case.state import Act, Case
from domain.events import case as c
from domain.events.base import Event, StepTaken

if TYPE_CHECKING:
    from domain.envelope import Stamp


def evolve(case: Case | None, event: Event, stamp: Stamp) -> Case:
    """Apply an event; raise TypeError for one that is not of a case."""
    if case is None:
        return _opened(event, stamp.stream, stamp.version, stamp.position, stamp.effective_on)
    if not isinstance(event, StepTaken):
        raise TypeError(type(event))
    act = Act(
        stamp.topic, stamp.version, stamp.position, stamp.effective_on, stamp.signed_by,
        stamp.organ, stamp.recorded_at, known=event,
    )  # fmt: skip
    case.version, case.position = act.version, act.position
    retake(case, act)
    if act.topic == c.CorrectionRecorded.TOPIC:
        _correct(case, act)
    return case


class Line(NamedTuple):
    """The columns of a row that a case is folded from: those of an `Act`."""

    topic: str
    version: int
    position: int
    effective_on: str
    signed_by: str
    organ: str
    recorded_at: str
    state: bytes


def folded(stream: str, lines: Sequence[tuple[Any, ...]]) -> Case:
    """What `evolve` makes of a whole stream, at once: each line has the columns of `Line`.

    Raises TypeError for a stream that is not a case's, and msgspec's errors.
    """
    topic, version, position, on, *_, state = lines[0]
    case = _opened(
        _OPENING(state) if topic == c.CaseOpened.TOPIC else None, stream, version, position, on
    )
    if len(lines) == 1:
        return case
    case.acts = acts = [Act(*line) for line in lines[1:]]
    case.latest = {act.topic: act for act in acts}
    if not case.latest.keys() <= _STEPS:
        raise TypeError(stream)
    last = acts[-1]
    case.stage, case.version, case.position = last.way.to_stage, last.version, last.position
    for act in [act for act in acts if act.topic in _BESIDE]:
        _BESIDE[act.topic](case, act)
    return case


def _opened(event: Event | None, stream: str, version: int, position: int, on: str) -> Case:
    if not isinstance(event, c.CaseOpened):
        raise TypeError(type(event))
    return Case(
        stream=stream,
        opened=event,
        subject=event.subject,
        unit=event.unit,
        opened_on=on,
        version=version,
        position=position,
    )


def retake(case: Case, act: Act) -> None:
    """Apply an act in its corrected form; a correction among the acts is not applied to others once more."""
    case.acts.append(act)
    case.latest[act.topic] = act
    if act.moved:
        case.stage = act.way.to_stage
    if act.topic in _ALSO:
        _ALSO[act.topic](case, act)


def _suspend(case: Case, _: Act) -> None:
    case.suspended = True


def _resume(case: Case, _: Act) -> None:
    case.suspended = False


def _follow_successor(case: Case, act: Act) -> None:
    successor = act.event.details.successor
    if case.subject.startswith("unit:"):
        case.subject = f"unit:{successor}"
    case.unit = successor


def _correct(case: Case, act: Act) -> None:
    correction = act.event.details
    for index, wrong in enumerate(case.acts):
        if wrong.position == correction.of_position:
            case.acts[index] = replacement = corrected(wrong, correction)
            if case.latest[wrong.topic] is wrong:
                case.latest[wrong.topic] = replacement


_ALSO = {
    c.CaseSuspended.TOPIC: _suspend,
    c.CaseResumed.TOPIC: _resume,
    c.SubjectSucceeded.TOPIC: _follow_successor,
}
_BESIDE = {**_ALSO, c.CorrectionRecorded.TOPIC: _correct}
"""What an act changes beside the stage."""
_OPENING = msgspec.json.Decoder(c.CaseOpened).decode
_STEPS = {
    event.TOPIC
    for event in vars(c).values()
    if isinstance(event, type) and issubclass(event, StepTaken) and event.TOPIC
}
