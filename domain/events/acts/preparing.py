"""What happens before the assessment: opening, registration, commitment, plan, evidence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from domain.events.base import Data, Document, StepTaken, Text
from domain.events.marks import Criterion, Decisive, EvidenceId, MeetingId


class Opening(Data, frozen=True, kw_only=True):
    """A case opened without registration or pilot list (D-28)."""


class DirectlyOpened(StepTaken[Opening], frozen=True, kw_only=True):
    TOPIC = "directly-opened"


class Selection(Data, frozen=True, kw_only=True):
    """A unit chosen for the pilot list by the superior body."""

    document: Document | None = None


class PilotSelected(StepTaken[Selection], frozen=True, kw_only=True):
    TOPIC = "pilot-selected"


class Registration(Data, frozen=True, kw_only=True):
    """A registration: the form, the intake contact it was handed to, the recorded meeting that resolved it."""

    document: Document | None = None
    contact: str = ""
    meeting: MeetingId = ""


class Registered(StepTaken[Registration], frozen=True, kw_only=True):
    TOPIC = "registered"


class Forwarding(Data, frozen=True, kw_only=True):
    """A registration proposed to the next body."""

    document: Document | None = None


class RegistrationForwarded(StepTaken[Forwarding], frozen=True, kw_only=True):
    TOPIC = "registration-forwarded"


class RegistrationReply(Data, frozen=True, kw_only=True):
    """The higher body's answer to a registration: accepted or declined."""

    accepted: Decisive[bool]
    document: Document | None = None


class RegistrationAnswered(StepTaken[RegistrationReply], frozen=True, kw_only=True):
    TOPIC = "registration-answered"


class SignedCommitment(Data, frozen=True, kw_only=True):
    """A commitment signed at the deployment conference."""

    document: Document | None = None
    conference_on: date | None = None


class CommitmentSigned(StepTaken[SignedCommitment], frozen=True, kw_only=True):
    TOPIC = "commitment-signed"


class Plan(Data, frozen=True, kw_only=True):
    """The subject's own plan for the programme."""

    document: Document


class PlanFiled(StepTaken[Plan], frozen=True, kw_only=True):
    TOPIC = "plan-filed"


class ExampleCommitment(Data, frozen=True, kw_only=True):
    """A member's registered example-setting commitment, breakthrough or creative work (CG-CRI-2.2)."""

    commitment: Text


class ExampleRegistered(StepTaken[ExampleCommitment], frozen=True, kw_only=True):
    TOPIC = "example-registered"


class OwnTask(Data, frozen=True, kw_only=True):
    """A task that a subject sets itself: an id of its own, what it is, how many points it weighs."""

    task: str
    name: Text
    weight: Decimal


class OwnTaskList(Data, frozen=True, kw_only=True):
    """The subject's own tasks for one criterion; a later list stands in the place of an earlier."""

    node: Decisive[Criterion]
    tasks: Decisive[list[OwnTask]]


class TasksRegistered(StepTaken[OwnTaskList], frozen=True, kw_only=True):
    TOPIC = "tasks-registered"


class Evidence(Data, frozen=True, kw_only=True):
    """Evidence for nodes (D-51): document, figure, attendance, inspection or classification."""

    evidence: str
    nodes: list[Criterion]
    kind: Literal["document", "figure", "attendance", "inspection", "classification"]
    document: Document | None = None
    value: str = ""
    source: str = ""
    as_of: date | None = None


class EvidenceAttached(StepTaken[Evidence], frozen=True, kw_only=True):
    TOPIC = "evidence-attached"


class EvidenceWithdrawal(Data, frozen=True, kw_only=True):
    """Evidence taken back."""

    evidence: EvidenceId


class EvidenceWithdrawn(StepTaken[EvidenceWithdrawal], frozen=True, kw_only=True):
    TOPIC = "evidence-withdrawn"
