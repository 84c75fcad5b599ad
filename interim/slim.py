"""Events read narrowly: only the fields that the read models fold, which is quicker and smaller."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from domain.events import case as c
from domain.events import unit as u
from domain.events.base import StepTaken


class Opened(msgspec.Struct):
    """What the read models keep of a case's opening."""

    programme: str
    version: str
    period: str
    subject: str
    subject_kind: str
    unit: str
    title: str
    workflow: str


class Step(msgspec.Struct):
    """A step of which only the way counts."""

    step: str
    from_stage: str
    to_stage: str
    late: bool = False


class Details(msgspec.Struct):
    """The fields of any details that a read model folds; the rest is passed over."""

    level: str = ""
    number: str = ""
    due_on: str | None = None
    explain_by: str | None = None
    effect: str = ""
    effect_on: str | None = None
    successor: str = ""
    of_position: int = 0
    field: str = ""
    value: str = ""


class DetailedStep(Step):
    """A step of which some details count."""

    details: Details = msgspec.field(default_factory=Details)


_DETAILED = (
    c.LevelClaimed,
    c.DossierReturned,
    c.ConsultationOpened,
    c.DecisionIssued,
    c.DefectFound,
    c.RecognitionRevoked,
    c.SubjectSucceeded,
    c.CorrectionRecorded,
)
_PLAIN = tuple(
    event
    for event in vars(c).values()
    if isinstance(event, type)
    and issubclass(event, StepTaken)
    and event.TOPIC
    and event not in _DETAILED
)

CASE_DECODERS: dict[str, Callable[[bytes], Any]] = {
    c.CaseOpened.TOPIC: msgspec.json.Decoder(Opened).decode,
    **dict.fromkeys((e.TOPIC for e in _PLAIN), msgspec.json.Decoder(Step).decode),
    **dict.fromkeys((e.TOPIC for e in _DETAILED), msgspec.json.Decoder(DetailedStep).decode),
}
"""How each event of a case is read narrowly, by topic."""

UNIT_DECODERS: dict[str, Callable[[bytes], Any]] = {
    event.TOPIC: msgspec.json.Decoder(event).decode
    for event in (
        u.UnitRegistered,
        u.UnitRenamed,
        u.UnitMoved,
        u.UnitKindChanged,
        u.UnitMerged,
        u.UnitSplit,
        u.UnitDissolved,
    )
}
"""Events that change what lists show of a unit."""
