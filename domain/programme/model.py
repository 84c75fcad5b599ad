"""The whole of a programme file, read into closed records (docs/engine.md)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from domain.programme.criteria import CriteriaSet
from domain.programme.labels import Clauses, Label, Record
from domain.programme.oversight import (
    ClassificationLink,
    Duty,
    Quota,
    Report,
    ReviewConference,
    Target,
)
from domain.programme.procedure import (
    Consultation,
    DossierDocument,
    Measure,
    MeetingRules,
    Vote,
)
from domain.programme.recognising import (
    Binding,
    Cadence,
    Commendation,
    Grade,
    Petition,
    Revocation,
    Reward,
)
from domain.programme.roles import Role
from domain.programme.taking_part import (
    Body,
    Commitment,
    HandingIn,
    LocalCriteria,
    Pilot,
    Registration,
    Source,
    Subject,
    Title,
)
from workflow.deadline import Deadline
from workflow.definition import Stage, Step


class Span(Record, frozen=True, kw_only=True):
    """The years a programme runs, open where a side is missing."""

    valid_from: date = msgspec.field(name="from")
    valid_until: date | None = msgspec.field(default=None, name="until")
    clause: Clauses = ""


class WorkflowOutline(Record, frozen=True, kw_only=True):
    """A workflow as the file writes it: shared blocks by name, then its own steps."""

    uses: list[str] = []
    steps: list[Step] = []
    required: dict[str, list[str]] = {}


class Note(Record, frozen=True, kw_only=True):
    """Something the programme holds as a sentence only: a clause, or how a gap was closed."""

    vi: str
    en: str
    clause: Clauses = ""


class Programme(Record, frozen=True, kw_only=True):
    """A recognition programme: one guideline as data.

    `default` is the id of the default under which the whole file is assumed: it is of no guideline.
    """

    kind: Literal["programme"] = "programme"
    code: str
    name: Label
    span: Span
    sources: dict[str, Source]
    body: Body | None = None
    titles: dict[str, Title]
    grades: list[Grade] = []
    subjects: dict[str, Subject]
    org_types: dict[str, Label] = {}
    person_attributes: dict[str, Label] = {}
    criteria: dict[str, CriteriaSet]
    local_criteria: LocalCriteria | None = None
    measures: dict[str, Measure] = {}
    roles: dict[str, Role]
    stages: dict[str, Stage]
    blocks: dict[str, list[Step]] = {}
    workflows: dict[str, WorkflowOutline]
    registration: Registration | None = None
    commitment: Commitment | None = None
    pilot: Pilot | None = None
    vote: Vote | None = None
    dossier: list[DossierDocument] = []
    handing_in: HandingIn | None = None
    consultation: Consultation | None = None
    meetings: MeetingRules | None = None
    deadlines: dict[str, Deadline] = {}
    cadence: Cadence
    rewards: dict[str, Reward] = {}
    commendations: dict[str, Commendation] = {}
    binding: Binding = Binding(default="D-24")
    revocation: Revocation
    petition: Petition = Petition(default="D-48")
    reports: dict[str, Report] = {}
    reviews: dict[str, ReviewConference] = {}
    classification: ClassificationLink = ClassificationLink()
    targets: dict[str, Target] = {}
    quotas: dict[str, Quota] = {}
    duties: list[Duty] = []
    notes: list[Note] = []
    default: str = ""

    @property
    def grade(self) -> dict[str, Grade]:
        """The grades by their codes, the highest first."""
        return {each.code: each for each in self.grades}

    def length_of(self, subject: Subject) -> str:
        """How long the rounds are in which a kind of subject takes part: `year`, `quarter`, `month`."""
        every = subject.every or self.cadence.every
        return "year" if every == "term" else every


class Instrument(Record, frozen=True, kw_only=True):
    """A table of criteria that programmes use but that recognises nothing, as data.

    `default` is the id of the default under which the whole table is assumed.
    """

    kind: Literal["instrument"]
    code: str
    name: Label
    span: Span
    sources: dict[str, Source]
    org_types: dict[str, Label] = {}
    criteria: dict[str, CriteriaSet]
    measures: dict[str, Measure] = {}
    notes: list[Note] = []
    default: str = ""
