"""How the review reads each kind of event: the narrow shape it is decoded into, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from sys import intern
from typing import Any

import msgspec

from domain.events import case as c
from projections.review.details import (
    Answer,
    Corrected,
    EvidenceId,
    Flag,
    Numbered,
    Revoked,
    Score,
    Scored,
    SetDue,
    Stance,
    Successor,
)
from projections.review.facts import Relied


class Step(msgspec.Struct, gc=False, kw_only=True):
    """The part of an act that every answer looks at."""

    step: str
    from_stage: str
    to_stage: str
    due_on: str | None = None
    late: bool = False
    relied_on: list[Relied] = []


class ReadScore(msgspec.Struct, gc=False):
    """As it is read: the raw parts are parts of the row's own bytes."""

    passes: bool
    level: str = ""
    total: Decimal | None = None
    points: msgspec.Raw = msgspec.Raw(b"{}")
    met: msgspec.Raw = msgspec.Raw(b"{}")


class ReadScored(msgspec.Struct, gc=False):
    """As it is read."""

    outcome: ReadScore | None = None
    proposal: str = ""
    level: str = ""
    number: str = ""


SHAPES: dict[str, type[msgspec.Struct]] = {
    c.RegistrationAnswered.TOPIC: Answer,
    c.EvidenceAttached.TOPIC: EvidenceId,
    c.EvidenceWithdrawn.TOPIC: EvidenceId,
    c.IndividualSheetSubmitted.TOPIC: ReadScored,
    c.AggregateAdopted.TOPIC: ReadScored,
    c.HopAppraised.TOPIC: ReadScored,
    c.Appraised.TOPIC: ReadScored,
    c.DecisionIssued.TOPIC: ReadScored,
    c.DecisionSuperseded.TOPIC: ReadScored,
    c.DossierReturned.TOPIC: SetDue,
    c.ConsultationOpened.TOPIC: SetDue,
    c.DefectFound.TOPIC: SetDue,
    c.OpinionGiven.TOPIC: Stance,
    c.RewardDecided.TOPIC: Numbered,
    c.RewardRecalled.TOPIC: Numbered,
    c.RecognitionRevoked.TOPIC: Revoked,
    c.DependentOutcomeFlagged.TOPIC: Flag,
    c.DependentOutcomeReviewed.TOPIC: Flag,
    c.SubjectSucceeded.TOPIC: Successor,
    c.CorrectionRecorded.TOPIC: Corrected,
}
"""The details kept of each kind of act; of any other kind none."""


def decoder(topic: str) -> Callable[[bytes], Any]:
    """How an act of a case is decoded: with its details where there is a shape for them."""
    shape = SHAPES.get(topic)
    if shape is None:
        return msgspec.json.Decoder(Step).decode
    named = f"{shape.__name__}Step"
    whole = msgspec.defstruct(named, [("details", shape)], bases=(Step,), gc=False, kw_only=True)
    return msgspec.json.Decoder(whole).decode


def kept(details: Any, same: dict[Any, Any]) -> Any:
    """What is kept of details: no part of the row's bytes, and what is the same but once.

    `same` remembers: totals, levels and which criteria were met are alike in many cases.
    """
    if type(details) is not ReadScored:
        return details
    read, score = details.outcome, None
    if read is not None:
        met, total = bytes(read.met), read.total
        score = Score(
            read.passes,
            intern(read.level),
            same.setdefault(total, total),
            bytes(read.points) if total is not None else b"{}",
            same.setdefault(met, met),
        )
    return Scored(score, intern(details.proposal), intern(details.level), details.number)
