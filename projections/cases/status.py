"""Where each case stands: one row a case, and the list of cases."""

from datetime import date
from sys import intern

import msgspec

from domain.case.correction import day_text
from domain.events import BY_TOPIC
from domain.events import case as c
from domain.events.base import StepTaken
from projections.cases.event_slices import (
    BallotsStep,
    CorrectionStep,
    DueStep,
    FindingStep,
    LevelStep,
    OpenedCase,
    Step,
    SuccessorStep,
)
from projections.cases.followed import BESIDE
from projections.cases.lateness import NO_DAY, Taken
from projections.machinery.read_model import Fold, Index, ReadModel, Seen


class Status(msgspec.Struct, gc=False):
    """A case as it stands at `position`.

    `since` is the effective date of the act at `since_at` that moved the case last; `set_due` the
    day that the act at `set_due_at` set for the next one. `acts` holds for each step the date and
    position of the newest act, `due_acts` by position the date and the due day of those that had one.
    `vote_lost` says whether the newest vote did not carry, `issuer` is the organ that decided. Dates are
    ISO text or empty.

    The rest follows from the programme, the round, the holidays and the unit: `waiting_for` are the
    roles that must act, `open` says whether there is one; `due_on` and `late_on`, the day from which it
    is late, are NO_DAY where there is none; `unit_folded` is the name as it is sorted and looked for.
    `organs` must act, by `task_due` at first: those of today are among them. They follow from the units
    `around`, and from what `organs_of` says of the case.
    `beside_due` is the day of the first task beside its next step.
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
    due_acts: dict[str, str] = {}
    vote_lost: int = 0
    acts: dict[str, str] = {}
    open: int = 0
    waiting_for: list[str] = []
    due_on: str = NO_DAY
    late_on: str = NO_DAY
    unit_name: str = ""
    unit_folded: str = ""
    task_due: str = NO_DAY
    organs: list[str] = []
    around: list[str] = []
    organs_of: str = ""
    beside_due: str = NO_DAY

    @property
    def case(self) -> str:
        """The id of the case, without the kind of stream."""
        return self.stream.removeprefix("case:")

    @property
    def taken(self) -> list[Taken]:
        """The steps that had a due day, or came late."""
        return [Taken(act[:10], act[11:], said_late=True) for act in self.due_acts.values()]

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
    if event.due_on or event.late:
        case.due_acts[str(position)] = f"{row.effective_on} {event.due_on or ''}"
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


def _vote(case: Status, event: BallotsStep, row: Seen) -> Status:
    case.vote_lost = int(not event.details.passed)
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
    case.unit, case.unit_name = event.details.successor, ""
    if case.subject.startswith("unit:"):
        case.subject = f"unit:{case.unit}"
    return _take(case, event, row)


def _correct(case: Status, event: CorrectionStep, row: Seen) -> Status:
    correction, at = event.details, event.details.of_position
    if correction.field == "effective_on":
        on = day_text(correction.value)
        case.since = on if case.since_at == at else case.since
        if due := case.due_acts.get(str(at)):
            case.due_acts[str(at)] = f"{on} {due[11:]}"
        for step, act in case.acts.items():
            if act[11:] == str(at):
                case.acts[step] = f"{on} {at}"
    elif correction.field in {"due_on", "explain_by"} and case.set_due_at == at:
        case.set_due = day_text(correction.value)
    return _take(case, event, row)


_OWN = {
    c.CaseOpened.TOPIC: Fold(OpenedCase, _open),
    c.LevelClaimed.TOPIC: Fold(LevelStep, _claim),
    c.BallotsCounted.TOPIC: Fold(BallotsStep, _vote),
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

PLACE = ("programme", "period", "unit", "subject")
"""Where a case has its place among others."""


_MORE = ("programme", "period", "stage", "outcome")
WAS_LATE = f"late_on < '{NO_DAY}'"
_RESTING = "open = 0"
_INDEXES = (
    Index(["unit"]),
    Index(["subject"]),
    # The cases that somebody must act on are few: found without looking at them one by one.
    Index(
        [
            "due_on",
            *PLACE,
            "stream",
            "stage",
            "outcome",
            "since",
            "late_on",
            "unit_folded",
            "task_due",
            "organs",
        ],
        "open = 1",
    ),
    # Those that rest are many, and seldom change.
    Index([*PLACE, "stream"], _RESTING),
    Index(["stage", *PLACE, "stream"], _RESTING),
    Index(["outcome", *PLACE, "stream"], _RESTING),
    Index(["unit_folded", "unit", "stream", *_MORE], _RESTING),
    Index(["since", "stream", *_MORE], _RESTING),
    Index([*PLACE, "stream"], f"{_RESTING} AND {WAS_LATE}"),
)

STATUS = ReadModel(
    name="status",
    schema=6,
    record=Status,
    folds={
        **{
            topic: Fold(Step, _take)
            for topic, event in BY_TOPIC.items()
            if issubclass(event, StepTaken)
        },
        **_OWN,
    },
    indexes=_INDEXES,
    beside=BESIDE,
)
