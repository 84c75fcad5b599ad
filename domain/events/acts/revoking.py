"""Looking at a recognition again: findings, inquiries, revocation and what follows from one."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.events.base import Data, Document, StepTaken, Text
from domain.events.marks import (
    CaseStream,
    Criterion,
    Decisive,
    FilledIfLeftOut,
    Ground,
    LevelReached,
    Organ,
    PetitionId,
    Reward,
    Stream,
    Use,
)

Change = Literal["revoked", "superseded", "restored"]
"""What became of a recognition that others relied on."""


class InspectionConclusion(Data, frozen=True, kw_only=True):
    """What an inspection or supervision of the subject concluded."""

    conclusion: Text
    document: Document | None = None
    in_order: bool


class InspectionConcluded(StepTaken[InspectionConclusion], frozen=True, kw_only=True):
    TOPIC = "inspection-concluded"


class Finding(Data, frozen=True, kw_only=True):
    """A defect found in a recognition: ground, the nodes it touches, evidence (D-31).

    `explain_by` is filled in from the programme when it is left out.
    """

    ground: Ground
    nodes: list[Criterion] = []
    statement: Text
    evidence: list[Document] = []
    explain_by: FilledIfLeftOut[date | None] = None


class DefectFound(StepTaken[Finding], frozen=True, kw_only=True):
    TOPIC = "defect-found"


class Inquiry(Data, frozen=True, kw_only=True):
    """An inquiry into a finding: the organ `unit/organ` that inquires, and until when."""

    body: Organ
    due_on: date
    document: Document | None = None


class InquiryOpened(StepTaken[Inquiry], frozen=True, kw_only=True):
    TOPIC = "inquiry-opened"


class Explanation(Data, frozen=True, kw_only=True):
    """The subject's explanation of a finding."""

    explanation: Text
    document: Document | None = None


class ExplanationGiven(StepTaken[Explanation], frozen=True, kw_only=True):
    TOPIC = "explanation-given"


class Confirmation(Data, frozen=True, kw_only=True):
    """The recognition stands after re-examination."""

    number: str


class RecognitionConfirmed(StepTaken[Confirmation], frozen=True, kw_only=True):
    TOPIC = "recognition-confirmed"


class Revocation(Data, frozen=True, kw_only=True):
    """The recognition decision is cancelled: number, ground, effect (docs/time.md).

    `effect_on` is the date from which it no longer stands: filled in for `from_now` and
    `as_if_never`. `without_explanation` gives the reason when the unit's time was not over.
    """

    number: str
    ground: Ground
    effect: Decisive[Literal["from_now", "from_date", "as_if_never"]]
    effect_on: Decisive[FilledIfLeftOut[date | None]] = None
    without_explanation: Text = ""


class RecognitionRevoked(StepTaken[Revocation], frozen=True, kw_only=True):
    TOPIC = "recognition-revoked"


class Restoration(Data, frozen=True, kw_only=True):
    """A revocation is itself revoked, after a petition against it was upheld: it was never made."""

    number: str
    petition: PetitionId


class RecognitionRestored(StepTaken[Restoration], frozen=True, kw_only=True):
    TOPIC = "recognition-restored"


class Recall(Data, frozen=True, kw_only=True):
    """A certificate or money taken back."""

    reward: Reward
    returned: Decisive[bool]


class RewardRecalled(StepTaken[Recall], frozen=True, kw_only=True):
    TOPIC = "reward-recalled"


class Flagging(Data, frozen=True, kw_only=True):
    """An outcome flagged for review: the recognition that changed, the use, the value it had.

    `via` is the stream through which an outcome further away relied on it; empty where directly.
    `dependent` names an outcome that is no case (a selection in a round, a classification of a
    year) with the organ that made it: it is flagged in the case that it relied on. `change` says
    what became of the recognition.
    """

    revoked: CaseStream
    use: Use
    value: LevelReached = ""
    via: Stream = ""
    dependent: Stream = ""
    organ: Organ = ""
    change: Change = "revoked"


class DependentOutcomeFlagged(StepTaken[Flagging], frozen=True, kw_only=True):
    TOPIC = "dependent-outcome-flagged"


class DependentReview(Data, frozen=True, kw_only=True):
    """The review of an outcome that relied on a recognition that was revoked or replaced."""

    revoked: CaseStream
    use: Use
    result: Decisive[Literal["stands", "to_be_re_examined"]]


class DependentOutcomeReviewed(StepTaken[DependentReview], frozen=True, kw_only=True):
    TOPIC = "dependent-outcome-reviewed"
