"""Events of the log, of a programme and of a round."""

from __future__ import annotations

from datetime import date
from typing import Literal

from domain.events.base import Data, Document, Event, Reliance, Text
from domain.events.marks import (
    CaseStream,
    FilledIfLeftOut,
    FilledIn,
    PersonId,
    ProgrammeCode,
    Reward,
    Subject,
    UnitCode,
)


class LogOpened(Event, frozen=True, kw_only=True):
    """The first event of a log."""

    TOPIC = "log-opened"
    simulated: bool = False


class ProgrammePublished(Event, frozen=True, kw_only=True):
    """A version of a programme: its content hash (SHA-256 of `content`) and the content as JSON."""

    TOPIC = "programme-published"
    code: str
    version: str
    content: str


class HolidaysDeclared(Event, frozen=True, kw_only=True):
    """Public holidays of a year, kept with the log's calendar."""

    TOPIC = "holidays-declared"
    year: int
    days: list[date]


class RoundOpened(Event, frozen=True, kw_only=True):
    """A round freezes a programme version for a period `2024`, `2024-Q1` or `2024-05`.

    A command may leave `version` out: the newest one published is filled in.
    """

    TOPIC = "round-opened"
    programme: ProgrammeCode
    version: FilledIfLeftOut[str] = ""
    period: str
    closing_on: date


class PilotListSet(Event, frozen=True, kw_only=True):
    """The units chosen for a pilot round, by unit code (KT-PIL-1, ST-PIL-1)."""

    TOPIC = "pilot-list-set"
    units: list[UnitCode]
    document: Document | None = None


class LocalCriterion(Data, frozen=True, kw_only=True):
    """A criterion that a committee adds to a group: met or not, or by a figure that `passes`; for some types alone."""

    id: str
    group: str
    vi: str
    en: str = ""
    passes: str = ""
    org_types: list[str] = []


class LocalCriteriaSet(Event, frozen=True, kw_only=True):
    """What a committee adds to a set of criteria for its own subordinate units in the round (PW-GEN-2).

    A later one of the same organ for the set replaces it.
    """

    TOPIC = "local-criteria-set"
    criteria: str
    added: list[LocalCriterion]
    document: Document | None = None


class DeadlineExtended(Event, frozen=True, kw_only=True):
    """A deadline of the round moved, for all or for one subject."""

    TOPIC = "deadline-extended"
    deadline: str
    due_on: date
    subject: Subject = ""


class RoundLocked(Event, frozen=True, kw_only=True):
    """No more steps towards a recognition in this round; looking again at one stays possible."""

    TOPIC = "round-locked"
    document: Document | None = None


class RoundReopened(Event, frozen=True, kw_only=True):
    """A locked round is open again; why is the act's own reason."""

    TOPIC = "round-reopened"
    document: Document | None = None


class RoundSealed(Event, frozen=True, kw_only=True):
    """The round's figures are fixed: what was known, and how to see it again (docs/time.md).

    `position`, `root` and `recorded_at` are those of the last event known, `figures` the plain
    counts, `digest` the SHA-256 of the review's JSON of this round known there. All are filled in.
    """

    TOPIC = "round-sealed"
    document: Document | None = None
    position: FilledIn[int] = 0
    root: FilledIn[str] = ""
    recorded_at: FilledIn[str] = ""
    figures: FilledIn[dict[str, int]] = {}
    digest: FilledIn[str] = ""


class ReviewHeld(Event, frozen=True, kw_only=True):
    """An interim or a final review conference (SL-TIM-5, PW-DUT-5)."""

    TOPIC = "review-held"
    review: Literal["interim", "final"]
    conclusion: Text = ""
    document: Document | None = None


class CommendationGiven(Event, frozen=True, kw_only=True):
    """A person is commended: outstanding secretary, outstanding individual (SL-GEN-4, PW-SUB-3).

    The votes are those of the choice, where the programme asks for one.
    """

    TOPIC = "commendation-given"
    commendation: str
    person: PersonId
    unit: UnitCode
    number: str = ""
    votes_for: int = 0
    votes_cast: int = 0


class OutstandingSelected(Event, frozen=True, kw_only=True):
    """Collectives chosen for a reward of a higher level, twice in five years (PW-TIM-1, D-39).

    `cases` are the recognitions each choice rests on; `relied_on` is filled in from them.
    """

    TOPIC = "outstanding-selected"
    reward: Reward
    subject: Subject
    cases: list[CaseStream]
    votes_for: int
    votes_cast: int
    number: str = ""
    relied_on: FilledIn[list[Reliance]] = []


class RoundReportFiled(Event, frozen=True, kw_only=True):
    """A consolidated report of the round to the higher level (SL-REP-1, PW-REP-1)."""

    TOPIC = "round-report-filed"
    report: str
    document: Document
