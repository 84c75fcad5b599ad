"""Where each case stands: one row a case, and the list of cases."""

from datetime import date
from sys import intern
from typing import Any

import msgspec
import sqlalchemy as sa

from domain.events import BY_TOPIC
from domain.events import case as c
from domain.events.base import StepTaken
from projections.cases.case_facts import LogFacts
from projections.cases.event_slices import (
    CorrectionStep,
    DueStep,
    FindingStep,
    LevelStep,
    OpenedCase,
    Step,
    SuccessorStep,
    day_text,
)
from projections.cases.waiting import Facts, due_on, ways
from projections.machinery.read_model import Fold, ReadModel, Seen
from projections.machinery.schema_guard import require
from projections.organisation.holidays import HOLIDAYS
from projections.organisation.rounds import ROUNDS
from projections.organisation.units import UNITS


class Status(msgspec.Struct, gc=False):
    """A case as it stands at `position`.

    `since` is the effective date of the act at `since_at` that moved the case last; `set_due` the
    day that the act at `set_due_at` set for the next one. `acts` holds for each step the date and
    position of the newest act. `issuer` is the organ that decided. Dates are ISO text or empty.
    """

    stream: str
    programme: str
    version: str
    subject: str
    unit: str
    period: str
    subject_kind: str
    title: str
    workflow: str
    stage: str
    position: int
    since: str
    since_at: int = 0
    outcome: str = ""
    claimed: str = ""
    suspended: int = 0
    set_due: str = ""
    set_due_at: int = 0
    issuer: str = ""
    late_steps: list[str] = []
    acts: dict[str, str] = {}

    @property
    def case(self) -> str:
        """The id of the case, without the kind of stream."""
        return self.stream.removeprefix("case:")

    @property
    def step_dates(self) -> dict[str, date]:
        """The newest date of each step taken."""
        return {step: date.fromisoformat(act[:10]) for step, act in self.acts.items()}


def _open(_: Status | None, event: OpenedCase, row: Seen) -> Status:
    return Status(
        stream=row.stream,
        programme=intern(event.programme),
        version=intern(event.version),
        subject=event.subject,
        unit=event.unit,
        period=intern(event.period),
        subject_kind=intern(event.subject_kind),
        title=intern(event.title),
        workflow=intern(event.workflow),
        stage="new",
        position=row.position,
        since=row.effective_on,
        since_at=row.position,
    )


def _take(case: Status, event: Step, row: Seen) -> Status:
    position, step = row.position, intern(event.step)
    case.position = position
    case.acts[step] = f"{row.effective_on} {position}"
    if event.late and step not in case.late_steps:
        case.late_steps.append(step)
    if event.to_stage != event.from_stage:
        case.stage = intern(event.to_stage)
        case.since, case.since_at = row.effective_on, position
        case.set_due, case.set_due_at = "", 0
    return case


def _claim(case: Status, event: LevelStep, row: Seen) -> Status:
    case.claimed = intern(event.details.level)
    return _take(case, event, row)


def _decide(case: Status, event: LevelStep, row: Seen) -> Status:
    case.outcome = intern(event.details.level)
    case.issuer = row.organ
    return _take(case, event, row)


def _revoke(case: Status, event: Step, row: Seen) -> Status:
    case.outcome = "REVOKED"
    return _take(case, event, row)


def _restore(case: Status, event: Step, row: Seen) -> Status:
    case.outcome = "PASS"
    return _take(case, event, row)


def _due(case: Status, day: date | None, row: Seen) -> Status:
    if day is not None:
        case.set_due, case.set_due_at = day.isoformat(), row.position
    return case


def _ask(case: Status, event: DueStep, row: Seen) -> Status:
    return _due(_take(case, event, row), event.details.due_on, row)


def _find(case: Status, event: FindingStep, row: Seen) -> Status:
    return _due(_take(case, event, row), event.details.explain_by, row)


def _suspend(case: Status, event: Step, row: Seen) -> Status:
    case.suspended = 1
    return _take(case, event, row)


def _resume(case: Status, event: Step, row: Seen) -> Status:
    case.suspended = 0
    return _take(case, event, row)


def _succeed(case: Status, event: SuccessorStep, row: Seen) -> Status:
    case.unit = event.details.successor
    if case.subject.startswith("unit:"):
        case.subject = f"unit:{case.unit}"
    return _take(case, event, row)


def _correct(case: Status, event: CorrectionStep, row: Seen) -> Status:
    correction, at = event.details, event.details.of_position
    if correction.field == "effective_on":
        on = day_text(correction.value)
        case.since = on if case.since_at == at else case.since
        for step, act in case.acts.items():
            if act[11:] == str(at):
                case.acts[step] = f"{on} {at}"
    elif correction.field in {"due_on", "explain_by"} and case.set_due_at == at:
        case.set_due = day_text(correction.value)
    return _take(case, event, row)


_OWN = {
    c.CaseOpened.TOPIC: Fold(OpenedCase, _open),
    c.LevelClaimed.TOPIC: Fold(LevelStep, _claim),
    c.DossierReturned.TOPIC: Fold(DueStep, _ask),
    c.ConsultationOpened.TOPIC: Fold(DueStep, _ask),
    c.DecisionIssued.TOPIC: Fold(LevelStep, _decide),
    c.DecisionSuperseded.TOPIC: Fold(LevelStep, _decide),
    c.RecognitionRestored.TOPIC: Fold(Step, _restore),
    c.DefectFound.TOPIC: Fold(FindingStep, _find),
    c.RecognitionRevoked.TOPIC: Fold(Step, _revoke),
    c.CaseSuspended.TOPIC: Fold(Step, _suspend),
    c.CaseResumed.TOPIC: Fold(Step, _resume),
    c.SubjectSucceeded.TOPIC: Fold(SuccessorStep, _succeed),
    c.CorrectionRecorded.TOPIC: Fold(CorrectionStep, _correct),
}

ORDER = ("programme", "period", "unit", "subject", "stream")

STATUS = ReadModel(
    name="status",
    schema=2,
    record=Status,
    folds={
        **{
            topic: Fold(Step, _take)
            for topic, event in BY_TOPIC.items()
            if issubclass(event, StepTaken)
        },
        **_OWN,
    },
    indexes=[["programme", "period", "unit", "subject"], ["unit"]],
)


def cases(
    connection: sa.Connection,
    *,
    on: date,
    programme: str = "",
    period: str = "",
    stage: str = "",
    unit: str = "",
    case: str = "",
) -> list[dict[str, Any]]:
    """The cases that fit what is named, by programme, period, unit and subject.

    `case` is an id without the kind of stream. `late` is as of the day `on`: a step was late, or
    what is due was due before it.
    """
    require(connection, STATUS, UNITS, ROUNDS, HOLIDAYS)
    view, facts = STATUS.view, LogFacts(connection)
    named = {"programme": programme, "period": period, "stage": stage, "unit": unit}
    named["stream"] = f"case:{case}" if case else ""
    query = (
        sa.select(view, UNITS.view.c.name)
        .outerjoin(UNITS.view, UNITS.view.c.stream == "unit:" + view.c.unit)
        .where(*(view.c[column] == value for column, value in named.items() if value))
        .order_by(*(view.c[column] for column in ORDER))
    )
    found = connection.execute(query).all()
    return [listed(STATUS.unpack(row[:-1]), row[-1] or "", facts, on) for row in found]


def listed(case: Status, unit_name: str, facts: Facts, on: date) -> dict[str, Any]:
    """A case as the list shows it."""
    due = due_on(case, facts)
    return {
        "case": case.case,
        "programme": case.programme,
        "programme_version": case.version,
        "subject": case.subject,
        "unit": case.unit,
        "unit_name": unit_name,
        "period": case.period,
        "subject_kind": case.subject_kind,
        "stage": case.stage,
        "outcome": case.outcome,
        "claimed": case.claimed,
        "waiting_for": ways(case, facts).roles,
        "since": date.fromisoformat(case.since),
        "due_on": due,
        "late": bool(case.late_steps) or (due is not None and due < on),
    }
