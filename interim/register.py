"""The register: one row for each case, filled when it is recognised, with its revocation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from domain.events import case as c
from interim.model import ReadModel
from interim.slim import CASE_DECODERS, DetailedStep, Opened

if TYPE_CHECKING:
    from domain.stamp import Stamp

_TOPICS = (
    c.CaseOpened,
    c.DecisionIssued,
    c.RecognitionRevoked,
    c.CorrectionRecorded,
    c.SubjectSucceeded,
)


class RegisterRow(msgspec.Struct, gc=False):
    """A recognition. Days are ISO text, empty for none; `decided_at` and `revoked_at` are positions."""

    stream: str
    programme: str = ""
    period: str = ""
    subject: str = ""
    title: str = ""
    decision_number: str = ""
    decided_on: str = ""
    effective_on: str = ""
    decided_by: str = ""
    decided_at: int = 0
    revoked_on: str = ""
    revocation_effect: str = ""
    effect_on: str = ""
    revoked_at: int = 0


def fold(state: RegisterRow | None, event: Any, row: Stamp) -> RegisterRow:
    """Apply an event of a case."""
    if isinstance(event, Opened):
        return RegisterRow(row.stream, event.programme, event.period, event.subject, event.title)
    if state is None:
        raise TypeError(type(event))
    change = _CHANGES.get(row.topic)
    if change is not None:
        change(state, event, row)
    return state


def _decided(state: RegisterRow, event: DetailedStep, row: Stamp) -> None:
    if event.details.level != "PASS":
        return
    state.decision_number = event.details.number
    state.decided_on = state.effective_on = row.effective_on
    state.decided_by = row.organ
    state.decided_at = row.position
    state.revoked_on = state.revocation_effect = state.effect_on = ""
    state.revoked_at = 0


def _revoked(state: RegisterRow, event: DetailedStep, row: Stamp) -> None:
    state.revoked_on = row.effective_on
    state.revocation_effect = event.details.effect
    state.effect_on = event.details.effect_on or row.effective_on
    state.revoked_at = row.position


def _corrected(state: RegisterRow, event: DetailedStep, _row: Stamp) -> None:
    """A number or a date typed wrongly in the decision or the revocation."""
    correction = event.details
    if correction.of_position == state.decided_at:
        if correction.field == "number":
            state.decision_number = correction.value
        elif correction.field == "effective_on":
            state.decided_on = state.effective_on = correction.value
    elif correction.of_position == state.revoked_at and correction.field == "effective_on":
        state.revoked_on = correction.value


_CHANGES = {
    c.DecisionIssued.TOPIC: _decided,
    c.RecognitionRevoked.TOPIC: _revoked,
    c.CorrectionRecorded.TOPIC: _corrected,
}

_NUMBERS = {"decided_at", "revoked_at"}
REGISTER = ReadModel(
    name="register",
    schema=1,
    columns=tuple((f, int if f in _NUMBERS else str) for f in RegisterRow.__struct_fields__),
    decoders={event.TOPIC: CASE_DECODERS[event.TOPIC] for event in _TOPICS},
    state=RegisterRow,
    fold=fold,
)


def is_standing(row: RegisterRow, on: date) -> bool:
    """standing(E, p) of design 4: recognised by a day, and no revocation whose effect has begun."""
    day = on.isoformat()
    if not row.decided_at or row.effective_on > day:
        return False
    return not row.revoked_at or row.effect_on > day


def shown(row: RegisterRow, on: date) -> dict[str, Any]:
    """A row as `register --json` prints it (design 8)."""
    return {
        "case": row.stream.removeprefix("case:"),
        "subject": row.subject,
        "title": row.title,
        "period": row.period,
        "decision_number": row.decision_number,
        "decided_on": row.decided_on,
        "effective_on": row.effective_on,
        "decided_by": row.decided_by,
        "standing": is_standing(row, on),
        "revoked_on": row.revoked_on or None,
        "revocation_effect": row.revocation_effect or None,
    }


def recognitions(rows: list[RegisterRow], on: date) -> list[dict[str, Any]]:
    """All recognitions decided by a day, by programme, period and subject."""
    decided = [row for row in rows if row.decided_at and row.effective_on <= on.isoformat()]
    decided.sort(key=lambda row: (row.programme, row.period, row.subject))
    return [shown(row, on) for row in decided]
