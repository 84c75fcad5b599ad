"""Deadlines kept and missed at each stage: how many, how late at the median and at worst."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from domain.events import case as c
from domain.programme.edition import Edition
from projections.cases.lateness import late_from
from projections.cases.waiting import WaitingCase, due_on, ways
from projections.review.answer import Answer, Share
from projections.review.collecting.kept_facts import KeptAct
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.slice_records import SetDue
from projections.review.collecting.year import Year
from words.tables import Column
from workflow.calendar import Holidays


class Due(NamedTuple):
    """Something that was due: at which stage, which step, how many days late; not done yet if `open`."""

    stage: str
    step: str
    late: int
    open: bool = False


def taken(case: CaseOnDay) -> Iterator[Due]:
    """The steps that had a deadline and were taken."""
    for act in case.acts:
        if act.move.due_on:
            yield Due(act.move.from_stage, act.move.step, max(0, _days(act.move.due_on, act.on)))


def waiting(case: CaseOnDay, year: Year) -> Iterator[Due]:
    """The step that was due before the date asked for and is not taken."""
    standing, facts = _WaitingCase(case), _Facts(year)
    day = due_on(standing, facts)
    if day is not None and day < year.asked.as_of:
        found = ways(standing, facts)
        first = (*found.main, *found.side)[0]
        yield Due(case.stage, first.step, (year.asked.as_of - day).days, open=True)


def is_late(case: CaseOnDay, year: Year) -> bool:
    """Whether the case is late on the date asked for, as lists of cases mean it."""
    day = year.asked.as_of.isoformat()
    made = (act for act in case.all_acts if act.on <= day)
    taken = [act.taken for act in made if act.move.due_on or act.move.late]
    return late_from(taken, due_on(_WaitingCase(case), _Facts(year))) <= day


def shares(year: Year) -> Iterator[Share]:
    """Each case with what was due at each stage and step."""
    for case in year.cases:
        found: dict[tuple[str, ...], list[Due]] = {}
        for due in (*taken(case), *waiting(case, year)):
            found.setdefault(_key(due, case, year), []).append(due)
        for key, dues in found.items():
            yield Share(key, case.stream, tuple(dues))


def rows(year: Year) -> list[tuple[Any, ...]]:
    """By programme, stage and step."""
    found: dict[tuple[Any, ...], list[Due]] = {}
    for key, _, dues in shares(year):
        found.setdefault(key, []).extend(dues)
    return [(*key, *_figures(found[key])) for key in sorted(found)]


def _key(due: Due, case: CaseOnDay, year: Year) -> tuple[str, ...]:
    opening = case.opening
    return (
        opening.programme,
        year.word("stages", due.stage, case),
        year.step_word(due.step, case),
    )


def _figures(dues: Sequence[Due]) -> tuple[Any, ...]:
    late = sorted(due.late for due in dues if due.late)
    unfinished = sum(due.open for due in dues)
    worst = late[-1] if late else None
    return (len(dues), len(dues) - len(late), len(late), unfinished, median(late), worst)


def median(days: Sequence[int]) -> Decimal | None:
    """The middle of sorted numbers, exactly; of an even count the mean of the two in the middle."""
    if not days:
        return None
    middle = len(days) // 2
    if len(days) % 2:
        return Decimal(days[middle])
    return Decimal(days[middle - 1] + days[middle]) / 2


def _days(begin: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days


class _WaitingCase(WaitingCase):
    """A case in the form that `projections.cases.waiting` asks for."""

    def __init__(self, case: CaseOnDay) -> None:
        opening = case.opening
        self.programme, self.version = opening.programme, opening.version
        self.workflow, self.period = opening.workflow, opening.period
        self.subject_kind = opening.subject_kind
        self.stage, self.subject = case.stage, case.subject
        self.suspended = int(_suspended(case))
        self.set_due = _set_due(case.acts)
        counted = case.last(c.BallotsCounted.TOPIC)
        self.vote_lost = int(counted is not None and not counted.details.passed)
        self._acts = case.acts

    @property
    def step_dates(self) -> dict[str, date]:
        return {act.move.step: date.fromisoformat(act.on) for act in self._acts}


def _suspended(case: CaseOnDay) -> bool:
    last = case.last(c.CaseSuspended.TOPIC, c.CaseResumed.TOPIC)
    return last is not None and last.move.topic == c.CaseSuspended.TOPIC


def _set_due(acts: Sequence[KeptAct]) -> str:
    """The day that an act set, while the case stands where that act left it."""
    day = ""
    for act in acts:
        if act.move.moves:
            day = ""
        if isinstance(act.details, SetDue) and act.details.day:
            day = act.details.day
    return day


class _Facts:
    """What is asked beside the case."""

    def __init__(self, year: Year) -> None:
        self._year = year

    def edition(self, programme: str, version: str) -> Edition | None:
        return self._year.edition(programme, version)

    def extended(self, case: WaitingCase, deadline: str) -> date | None:
        found = self._year.round(case.programme, case.period)
        return found.extended(deadline, case.subject) if found else None

    def holidays(self) -> Holidays:
        return self._year.holidays


DEADLINES = Answer(
    name="deadlines",
    columns=(
        Column("programme", "programme"),
        Column("stage"),
        Column("step"),
        Column("due", "number"),
        Column("kept", "number"),
        Column("missed", "number"),
        Column("open", "number"),
        Column("median_days", "number"),
        Column("worst_days", "number"),
    ),
    keys=("programme", "stage", "step"),
    rows=rows,
    shares=shares,
)
