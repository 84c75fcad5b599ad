"""What may happen at any stage: petitions, pauses, ends, corrections."""

from __future__ import annotations

from datetime import date

from domain.events.base import Data, StepTaken, Text
from domain.events.marks import (
    ActAt,
    Decisive,
    FieldName,
    FilledIn,
    PetitionId,
    Reorganisation,
    UnitCode,
)


class Petition(Data, frozen=True, kw_only=True):
    """A petition of the unit; `answer_by` is filled in (D-48)."""

    petition: str
    subject_matter: Text
    answer_by: FilledIn[date | None] = None


class PetitionFiled(StepTaken[Petition], frozen=True, kw_only=True):
    TOPIC = "petition-filed"


class PetitionAnswer(Data, frozen=True, kw_only=True):
    petition: PetitionId
    upheld: Decisive[bool]
    answer: Text = ""


class PetitionAnswered(StepTaken[PetitionAnswer], frozen=True, kw_only=True):
    TOPIC = "petition-answered"


class Withdrawal(Data, frozen=True, kw_only=True):
    """The subject withdraws before the decision (D-26)."""


class CaseWithdrawn(StepTaken[Withdrawal], frozen=True, kw_only=True):
    TOPIC = "case-withdrawn"


class Suspension(Data, frozen=True, kw_only=True):
    """The case rests; `until` where known."""

    until: date | None = None


class CaseSuspended(StepTaken[Suspension], frozen=True, kw_only=True):
    TOPIC = "case-suspended"


class Resumption(Data, frozen=True, kw_only=True):
    """The case goes on where it was suspended."""


class CaseResumed(StepTaken[Resumption], frozen=True, kw_only=True):
    TOPIC = "case-resumed"


class Cancellation(Data, frozen=True, kw_only=True):
    """The case ends because the organisation changed (D-36)."""

    change: str = ""


class CaseCancelled(StepTaken[Cancellation], frozen=True, kw_only=True):
    TOPIC = "case-cancelled"


class Succession(Data, frozen=True, kw_only=True):
    """The subject's unit was reorganised: the case follows the successor and keeps its id."""

    successor: Decisive[UnitCode]
    change: Reorganisation


class SubjectSucceeded(StepTaken[Succession], frozen=True, kw_only=True):
    TOPIC = "subject-succeeded"


class Correction(Data, frozen=True, kw_only=True):
    """Something typed wrongly in an earlier event of this stream: the field and the right value.

    Never the stage or the topic (docs/time.md).
    """

    of_position: Decisive[ActAt]
    field: FieldName
    value: str


class CorrectionRecorded(StepTaken[Correction], frozen=True, kw_only=True):
    TOPIC = "correction-recorded"
