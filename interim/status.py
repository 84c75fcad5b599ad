"""Interim: the lead's row of a case, until the status read model is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from domain.events import case as c
from interim.model import ReadModel
from interim.slim import CASE_DECODERS, DetailedStep, Opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.stamp import Stamp


class StatusRow(msgspec.Struct, gc=False):
    stream: str
    programme: str = ""
    version: str = ""
    period: str = ""
    subject: str = ""
    subject_kind: str = ""
    unit: str = ""
    title: str = ""
    workflow: str = ""
    stage: str = "new"
    outcome: str = ""
    claimed: str = ""
    since: str = ""
    moved_by: str = ""
    due_on: str = ""
    late_steps: str = ""
    suspended: int = 0
    petitions: int = 0
    flags: int = 0
    position: int = 0


def fold(state: StatusRow | None, event: Any, row: Stamp) -> StatusRow:
    if isinstance(event, Opened):
        return StatusRow(
            row.stream, event.programme, event.version, event.period, event.subject, event.subject_kind,
            event.unit, event.title, event.workflow, since=row.effective_on, position=row.position,
        )  # fmt: skip
    if state is None:
        raise TypeError(type(event))
    state.position = row.position
    if event.to_stage != event.from_stage:
        state.stage = event.to_stage
        state.since = max(state.since, row.effective_on)
        state.moved_by = event.step
        state.due_on = ""
    if event.late:
        state.late_steps = f"{state.late_steps} {event.step}".strip()
    also = _ALSO.get(row.topic)
    if also is not None:
        also(state, event)
    return state


def _due(field: str) -> Callable[[StatusRow, DetailedStep], None]:
    def set_due(state: StatusRow, event: DetailedStep) -> None:
        state.due_on = getattr(event.details, field) or ""

    return set_due


def _set(field: str, value: Any) -> Callable[[StatusRow, Any], None]:
    return lambda state, _event: setattr(state, field, value)


def _add(field: str, count: int) -> Callable[[StatusRow, Any], None]:
    return lambda state, _event: setattr(state, field, getattr(state, field) + count)


def _claimed(state: StatusRow, event: DetailedStep) -> None:
    state.claimed = event.details.level


def _decided(state: StatusRow, event: DetailedStep) -> None:
    state.outcome = event.details.level


_ALSO: dict[str, Callable[[StatusRow, Any], None]] = {
    c.LevelClaimed.TOPIC: _claimed,
    c.DossierReturned.TOPIC: _due("due_on"),
    c.ConsultationOpened.TOPIC: _due("due_on"),
    c.DefectFound.TOPIC: _due("explain_by"),
    c.DecisionIssued.TOPIC: _decided,
    c.RecognitionRevoked.TOPIC: _set("outcome", "REVOKED"),
    c.CaseSuspended.TOPIC: _set("suspended", 1),
    c.CaseResumed.TOPIC: _set("suspended", 0),
    c.PetitionFiled.TOPIC: _add("petitions", 1),
    c.PetitionAnswered.TOPIC: _add("petitions", -1),
    c.DependentOutcomeFlagged.TOPIC: _add("flags", 1),
    c.DependentOutcomeReviewed.TOPIC: _add("flags", -1),
}

_NUMBERS = {"suspended", "petitions", "flags", "position"}
STATUS = ReadModel(
    name="status",
    schema=1,
    columns=tuple((f, int if f in _NUMBERS else str) for f in StatusRow.__struct_fields__),
    decoders=CASE_DECODERS,
    state=StatusRow,
    fold=fold,
)
