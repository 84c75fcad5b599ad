"""How the review reads each kind of event: the narrow shape it is decoded into, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from sys import intern
from typing import Any

import msgspec

from domain.events import case as c
from projections.review.collecting.kept_facts import Relied
from projections.review.collecting.slice_records import (
    Answer,
    Ballots,
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


class Rest(msgspec.Struct, gc=False, kw_only=True):
    """What is read of an act beside its step and stages."""

    due_on: str | None = None
    late: bool = False
    relied_on: list[Relied] = []


class ReadScore(msgspec.Struct, gc=False):
    """A `Score` before it is kept: `points` and `met` still lie in the bytes of the row."""

    passes: bool
    level: str = ""
    total: Decimal | None = None
    points: msgspec.Raw = msgspec.Raw(b"{}")
    met: msgspec.Raw = msgspec.Raw(b"{}")


class ReadScored(msgspec.Struct, gc=False):
    """A `Scored` before it is kept."""

    outcome: ReadScore | None = None
    proposal: str = ""
    level: str = ""
    grade: str = ""
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
    c.BallotsCounted.TOPIC: Ballots,
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
        return msgspec.json.Decoder(Rest).decode
    named = f"{shape.__name__}Rest"
    whole = msgspec.defstruct(named, [("details", shape)], bases=(Rest,), gc=False, kw_only=True)
    return msgspec.json.Decoder(whole).decode


def keeper(topic: str, same: dict[Any, Any]) -> Callable[[Any], Any] | None:
    """What makes of an act's details what is kept of them; None where nothing is.

    No part of the row's bytes is kept, and what is alike in many cases but once: `same` remembers.
    """
    shape = SHAPES.get(topic)
    if shape is None:
        return None
    if shape is ReadScored:
        return lambda read: _sheet(read, same)
    return (lambda details: same.setdefault(details, details)) if shape in _ALIKE else _itself


def _itself(details: Any) -> Any:
    return details


_ALIKE = {Answer, Ballots, EvidenceId, SetDue, Stance}
"""Those that name no document of their own."""


def _sheet(read: ReadScored, same: dict[Any, Any]) -> Scored:
    """Sheets without points are alike in many cases; a decision has a number of its own."""
    outcome = read.outcome
    words = intern(read.proposal), intern(read.level), intern(read.grade)
    if outcome is not None and outcome.total is not None:
        return Scored(_pointed(outcome, same), *words, read.number)
    said = (outcome.passes, outcome.level, bytes(outcome.met)) if outcome is not None else None
    key = (said, *words)
    found: Scored | None = same.get(key)
    if found is None:
        score = Score(said[0], intern(said[1]), met=said[2]) if said else None
        found = same[key] = Scored(score, *words)
    return Scored(found.outcome, *words, read.number) if read.number else found


def _pointed(outcome: ReadScore, same: dict[Any, Any]) -> Score:
    total, met = outcome.total, bytes(outcome.met)
    return Score(
        outcome.passes,
        intern(outcome.level),
        same.setdefault(total, total),
        bytes(outcome.points),
        same.setdefault(met, met),
    )
