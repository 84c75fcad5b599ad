"""What every event is: a frozen record with a topic written by hand; steps say from where to where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Generic, Literal, TypeAlias, TypeVar

import msgspec

from domain.events.marks import Criterion, DocumentCode, EvidenceId, MarkValue, Reason

Text: TypeAlias = Annotated[str, msgspec.Meta(extra={"erasable": True})]
"""Free text written by a person. The log keeps a salted commitment in its place; the text itself
lives beside the log and can be erased."""

Details = TypeVar("Details")
Level = Literal["PASS", "FAIL"]


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record inside an event or a command."""


class Event(Data, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """Something that happened. `TOPIC` is the stored name and never changes."""

    TOPIC: ClassVar[str] = ""


class Reliance(Data, frozen=True, kw_only=True):
    """Something a decision relied on: a stream at a version, the use, the value it had."""

    stream: str
    version: int
    use: str
    value: str = ""


class StepTaken(Event, Generic[Details], frozen=True, kw_only=True):
    """An act on a case under its workflow: the step taken, from which stage to which.

    `evolve` copies `to_stage`; it never asks the workflow. `late` is set when the step came after
    its deadline `due_on`. `relied_on` lists what the act rested on.
    """

    step: str
    from_stage: str
    to_stage: str
    details: Details
    due_on: date | None = None
    late: bool = False
    relied_on: list[Reliance] = []


class Document(Data, frozen=True, kw_only=True):
    """A paper by its marks: its code (docs/glossary.md), number and symbol, date, issuer."""

    document: DocumentCode
    number: str = ""
    on: date | None = None
    issuer: str = ""


class Mark(Data, frozen=True, kw_only=True):
    """One node of a sheet: the value entered (`true`, a level id, a number or a ratio `17/20`).

    `points` only where the scorer gives the points; `evidence` are evidence ids of the case.
    """

    node: Criterion
    value: MarkValue = ""
    points: Decimal | None = None
    evidence: list[EvidenceId] = []
    remark: Text = ""


class Bonus(Data, frozen=True, kw_only=True):
    """Bonus points for a reason of the criteria set."""

    reason: Reason
    points: Decimal
    remark: Text = ""


class Deduction(Data, frozen=True, kw_only=True):
    """A deduction by reason of the criteria set: from a criterion `node`, or from the total."""

    reason: Reason
    times: int = 1
    node: Criterion = ""
    remark: Text = ""


class Sheet(Data, frozen=True, kw_only=True):
    """A scoring sheet as entered."""

    marks: list[Mark]
    bonus: list[Bonus] = []
    deductions: list[Deduction] = []


class Outcome(Data, frozen=True, kw_only=True):
    """What a sheet came to when it was scored: kept in the event, so that replay never rescores.

    `points` are by node and by group id; `total` is absent where the programme has no scale.
    """

    passes: bool
    level: str = ""
    total: Decimal | None = None
    base: Decimal | None = None
    bonus: Decimal | None = None
    deducted: Decimal | None = None
    points: dict[str, Decimal] = {}
    met: dict[str, bool] = {}
    knockouts: list[str] = []
