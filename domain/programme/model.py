"""The whole of a programme file, read into closed records (docs/engine.md)."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from domain.programme import profile as p
from domain.programme.criteria import CriteriaSet
from domain.programme.labels import Clauses, Label, Record
from domain.programme.roles import Role
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
    """A recognition programme: one guideline as data."""

    kind: Literal["programme"] = "programme"
    code: str
    name: Label
    span: Span
    sources: dict[str, p.Source]
    titles: dict[str, p.Title]
    subjects: dict[str, p.Subject]
    org_types: dict[str, Label] = {}
    criteria: dict[str, CriteriaSet]
    measures: dict[str, p.Measure] = {}
    roles: dict[str, Role]
    stages: dict[str, Stage]
    blocks: dict[str, list[Step]] = {}
    workflows: dict[str, WorkflowOutline]
    registration: p.Registration | None = None
    commitment: p.Commitment | None = None
    pilot: p.Pilot | None = None
    aggregation: p.Aggregation | None = None
    vote: p.Vote | None = None
    dossier: list[p.DossierDocument] = []
    consultation: p.Consultation | None = None
    meetings: p.MeetingRules | None = None
    deadlines: dict[str, Deadline] = {}
    cadence: p.Cadence
    validity: p.Validity = p.Validity()
    rewards: dict[str, p.Reward] = {}
    commendations: dict[str, p.Commendation] = {}
    revocation: p.Revocation
    petition: p.Petition = p.Petition(default="D-48")
    reports: dict[str, p.Report] = {}
    reviews: dict[str, p.ReviewConference] = {}
    inspections: dict[str, p.Inspection] = {}
    classification: p.ClassificationLink = p.ClassificationLink()
    targets: dict[str, p.Target] = {}
    quotas: dict[str, p.Quota] = {}
    duties: list[p.Duty] = []
    notes: list[Note] = []


class Instrument(Record, frozen=True, kw_only=True):
    """A table of criteria that programmes use but that recognises nothing, as data.

    `default` is the id of the default under which the whole table is assumed.
    """

    kind: Literal["instrument"]
    code: str
    name: Label
    span: Span
    sources: dict[str, p.Source]
    org_types: dict[str, Label] = {}
    criteria: dict[str, CriteriaSet]
    measures: dict[str, p.Measure] = {}
    notes: list[Note] = []
    default: str = ""
