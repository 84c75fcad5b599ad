"""Events of a unit in a year: facts that several cases use."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from domain.events.base import Document, Event, Outcome, Reliance, Sheet, Text
from domain.events.marks import (
    FilledIfLeftOut,
    FilledIn,
    Measure,
    Organ,
    PersonId,
    ProgrammeCode,
    Subject,
)

ClassificationLevel = Literal["EXCELLENT", "WELL", "COMPLETED", "NOT_COMPLETED"]


class MeetingRecorded(Event, frozen=True, kw_only=True):
    """A cell meeting on the effective date: length in minutes, who was there.

    `present`, `excused`, `unexcused` are person ids; `exempt` were not due. `scheduled_on` is the
    regular day it was moved from. A record with `corrects` replaces the earlier one of the same id.
    """

    TOPIC = "meeting-recorded"
    meeting: str
    kind: Literal["REGULAR", "THEMATIC"] = "REGULAR"
    minutes: int
    present: list[PersonId]
    excused: list[PersonId] = []
    unexcused: list[PersonId] = []
    exempt: list[PersonId] = []
    scheduled_on: date | None = None
    speakers: int = 0
    prepared: bool = True
    resolution: str = ""
    minutes_kept: bool = True
    corrects: bool = False


class MeetingRated(Event, frozen=True, kw_only=True):
    """A meeting's quality under a criteria set: the sheet, what it came to, the rating.

    `frame` is the number of the instrument that the criteria stand in, filled in from their table; `departure` says
    why a meeting is rated by another frame than its guideline names, or by one of another time.
    """

    TOPIC = "meeting-rated"
    meeting: str
    programme: ProgrammeCode = ""
    criteria: str
    sheet: Sheet | None = None
    outcome: FilledIn[Outcome | None] = None
    rating: Literal["GOOD", "FAIR", "AVERAGE", "POOR"]
    frame: FilledIfLeftOut[str] = ""
    departure: Text = ""


class SessionHeld(Event, frozen=True, kw_only=True):
    """A session of the committee, or a conference of the whole Party body."""

    TOPIC = "session-held"
    kind: Literal["standing_committee", "committee_session", "body_conference"]
    in_order: bool = True


class MonthlyReportFiled(Event, frozen=True, kw_only=True):
    """A unit's report for a month at the committee's meeting, spoken or written (D-56).

    A report with `corrects` replaces the one filed earlier for the month. `programme` may be left out where the
    unit's cases are of at most one programme that asks for monthly reports.
    """

    TOPIC = "monthly-report-filed"
    programme: FilledIfLeftOut[ProgrammeCode] = ""
    month: int
    form: Literal["oral", "written"] = "written"
    report: Text = ""
    document: Document | None = None
    corrects: bool = False


class PeriodicReportFiled(Event, frozen=True, kw_only=True):
    """A report of the unit by the programme's own report key (SL-REP-2, PW-REP-2, CG-REP-1).

    `programme` may be left out where the unit has cases of one programme that has such a report. `to` are the organs
    to which the programme has it sent, filled in.
    """

    TOPIC = "periodic-report-filed"
    programme: FilledIfLeftOut[ProgrammeCode] = ""
    report: str
    text: Text = ""
    document: Document | None = None
    to: FilledIn[list[Organ]] = []


class ClassificationImported(Event, frozen=True, kw_only=True):
    """An annual classification of a subject, `unit:CODE` or `member:ID` (D-20).

    `relied_on` is filled in: the subject's recognitions of that year in programmes that feed the
    classification. `departure` says why a level that asks for a recognition was given without one.
    """

    TOPIC = "classification-imported"
    subject: Subject
    level: ClassificationLevel
    final: bool
    instrument: str = ""
    departure: Text = ""
    relied_on: FilledIn[list[Reliance]] = []


class DisciplineRecorded(Event, frozen=True, kw_only=True):
    """A disciplinary measure against a member, a leader or a subordinate organisation."""

    TOPIC = "discipline-recorded"
    against: Literal["member", "leader", "organisation"]
    subject: str
    form: Literal["reprimand", "warning", "removal", "expulsion", "dissolution"]
    instrument: str


class BreachRecorded(Event, frozen=True, kw_only=True):
    """A breach of the regulation on prohibited conduct by a member."""

    TOPIC = "breach-recorded"
    member: PersonId
    instrument: str


class FigureReported(Event, frozen=True, kw_only=True):
    """A measured value that the unit reports: `measure` of the programme, value, target, source."""

    TOPIC = "figure-reported"
    measure: Measure
    value: Decimal
    target: Decimal | None = None
    source: str = ""


class FeePaid(Event, frozen=True, kw_only=True):
    """A member's Party fee for a month (CG-CRI-2.3)."""

    TOPIC = "fee-paid"
    member: PersonId
    month: int


class DisseminationHeld(Event, frozen=True, kw_only=True):
    """The programme was made known or deployed at a meeting (SL-GEN-5, CG-TIM-2, PW-TIM-3)."""

    TOPIC = "dissemination-held"
    programme: ProgrammeCode
    document: Document | None = None
    attendees: int = 0


class DutyPerformed(Event, frozen=True, kw_only=True):
    """A duty of the programme carried out by an organ: inspection, urging, propaganda (DUT, INS)."""

    TOPIC = "duty-performed"
    programme: ProgrammeCode
    duty: str
    text: Text = ""
