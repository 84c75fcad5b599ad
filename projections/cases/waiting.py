"""Who must act next on a case and by when: read from the programme edition the case is pinned to."""

from collections import deque
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from domain.case.acts import BY_VERB
from domain.periods import year_of
from domain.programme.edition import Edition
from workflow.calendar import Holidays
from workflow.deadline import due_on as deadline_due_on
from workflow.definition import Definition, Step
from workflow.machine import Table
from workflow.paths import Graph, turned

_LEAVING = {verb for verb, kind in BY_VERB.items() if kind.course == "leaves"}
_RESUMING = {verb for verb, kind in BY_VERB.items() if kind.course == "resumes"}


class WaitingCase(Protocol):
    """What is asked of a case."""

    programme: str
    version: str
    workflow: str
    stage: str
    suspended: int
    subject: str
    subject_kind: str
    period: str
    set_due: str
    vote_lost: int

    @property
    def step_dates(self) -> dict[str, date]: ...


class Facts(Protocol):
    """What is asked beside the case: editions, extended deadlines, holidays, names of units."""

    def edition(self, programme: str, version: str) -> Edition | None: ...
    def extended(self, case: WaitingCase, deadline: str) -> date | None: ...
    def holidays(self) -> Holidays: ...


class Ways(NamedTuple):
    """The steps that lead out of a stage: `main` lead on to a decision or an end, `side` back."""

    main: tuple[Step, ...] = ()
    side: tuple[Step, ...] = ()

    @property
    def roles(self) -> list[str]:
        """Who may take them, the main line first."""
        return list(dict.fromkeys(role for step in (*self.main, *self.side) for role in step.roles))


def ways(case: WaitingCase, facts: Facts) -> Ways:
    """The ways on from where the case stands; none where it may rest or its edition is not there.

    A step that the lost vote of the case forbids for good is none.
    """
    edition = facts.edition(case.programme, case.version)
    table = edition.tables.get(case.workflow) if edition else None
    if edition is None or table is None:
        return Ways()
    if case.suspended:
        return _resuming(table, case.stage)
    found = _out_of(table, case.stage)
    if not case.vote_lost:
        return found
    vote = edition.programme.vote
    return _after_a_lost_vote(found) if vote and vote.asked_of(case.subject_kind) else found


def due_on(case: WaitingCase, facts: Facts) -> date | None:
    """The day set by the last act, or the first deadline of the main line; None where none is waited for."""
    waited_for = ways(case, facts)
    if case.suspended or not any(waited_for):
        return None
    if case.set_due:
        return date.fromisoformat(case.set_due)
    days = (deadline(case, step, facts) for step in waited_for.main)
    return min((day for day in days if day is not None), default=None)


def deadline(case: WaitingCase, step: Step, facts: Facts) -> date | None:
    """The day by which a step is due under the round's extensions or the programme."""
    edition = facts.edition(case.programme, case.version)
    if not step.deadline or edition is None:
        return None
    return facts.extended(case, step.deadline) or deadline_due_on(
        edition.programme.deadlines[step.deadline],
        year_of(case.period),
        case.step_dates,
        facts.holidays(),
    )


@lru_cache(maxsize=4096)
def _out_of(table: Table, stage: str) -> Ways:
    if table.resting(stage):
        return Ways()
    moving = [
        step
        for step in table.steps_from(stage)
        if step.to not in {"", stage} and step.verb not in _LEAVING
    ]
    onward = _onward(table.definition)
    away = _away(onward, _decided(table.definition))
    if stage not in away:
        away = _away(onward, [each for each in onward if table.resting(each)])
    here = away.get(stage, 0)

    def leads_on(step: Step) -> bool:
        return table.resting(step.to) or away.get(step.to, here + 1) <= here

    main = tuple(step for step in moving if leads_on(step))
    return Ways(main, tuple(step for step in moving if not leads_on(step)))


def _after_a_lost_vote(found: Ways) -> Ways:
    return Ways(
        *(tuple(step for step in steps if "vote_passed" not in step.guards) for steps in found)
    )


@lru_cache(maxsize=4096)
def _resuming(table: Table, stage: str) -> Ways:
    return Ways(tuple(step for step in table.steps_from(stage) if step.verb in _RESUMING))


def _decided(definition: Definition) -> list[str]:
    return [step.to for step in definition.steps if step.verb == "decide" and step.to]


def _onward(definition: Definition) -> Graph:
    """The stages each stage leads to, going no further from where a case may rest."""
    stages: dict[str, list[str]] = {name: [] for name in definition.stage_names}
    for step in definition.steps:
        for source in definition.sources(step):
            described = definition.stages.get(source)
            if step.to and step.verb not in _LEAVING and not (described and described.resting):
                stages[source].append(step.to)
    return {name: tuple(targets) for name, targets in stages.items()}


def _away(onward: Graph, goals: Iterable[str]) -> dict[str, int]:
    """How many steps each stage is away from the nearest goal; those that lead to none are left out."""
    back, away = turned(onward), dict.fromkeys(goals, 0)
    waiting = deque(away)
    while waiting:
        here = waiting.popleft()
        for stage in back[here]:
            if stage not in away:
                away[stage] = away[here] + 1
                waiting.append(stage)
    return away
