"""Who must act next: one task for each role that a case waits for, and for what waits beside its stage."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

import sqlalchemy as sa

from domain.case.acts import BY_VERB
from domain.programme.edition import Edition
from projections.cases.case_facts import LogFacts
from projections.cases.roles import Organs
from projections.cases.side_tasks import TASKS, Waiting, Waits
from projections.cases.status import STATUS, Status
from projections.cases.waiting import deadline, due_on, ways
from projections.machinery.schema_guard import require
from projections.organisation.holidays import HOLIDAYS
from projections.organisation.rounds import ROUNDS
from projections.organisation.units import UNITS

_VERBS: dict[str, str] = {kind.settles: verb for verb, kind in BY_VERB.items() if kind.settles}
"""The command that settles a task beside the case's stage."""


class _Task(NamedTuple):
    """`about` is what it is about beside the case: a body, a petition, a revoked case, a reward."""

    kind: str
    role: str
    organs: list[str]
    commands: list[str]
    since: date
    due_on: date | None
    about: str = ""


def tasks(
    connection: sa.Connection, on: date, organ: str | None = None, role: str | None = None
) -> list[dict[str, Any]]:
    """The tasks on a day, those due first before the others; of one organ or one role if named.

    `kind` is `step`, `opinion`, `petition`, `review`, `recall` or `inquiry`; `organs` are those that hold the
    role on the day, `late` that the day it was due is over.
    """
    require(connection, STATUS, TASKS, UNITS, ROUNDS, HOLIDAYS)
    facts, organs = LogFacts(connection), Organs(connection, on)
    found = [
        task_row(case, unit_name, task, on)
        for case, unit_name, waiting in _waiting_cases(connection, facts)
        for task in tasks_of(case, waiting, facts, organs)
        if (organ is None or organ in task.organs) and (role is None or role == task.role)
    ]
    found.sort(key=lambda task: (task["due_on"] or date.max, task["since"], task["case"]))
    return found


def _waiting_cases(
    connection: sa.Connection, facts: LogFacts
) -> Iterator[tuple[Status, str, Waiting | None]]:
    """Cases that cannot rest where they stand, and those where something waits beside."""
    status, side, units = STATUS.view, TASKS.view, UNITS.view
    place = (status.c.programme, status.c.version, status.c.workflow, status.c.stage)
    open_places = [
        tuple(row)
        for row in connection.execute(sa.select(*place).distinct())
        if not _rests(facts.edition(row.programme, row.version), row.workflow, row.stage)
    ]
    query = (
        sa.select(status, units.c.name, side)
        .outerjoin(units, units.c.stream == "unit:" + status.c.unit)
        .outerjoin(side, sa.and_(side.c.stream == status.c.stream, side.c.waiting > 0))
        .where(sa.or_(sa.tuple_(*place).in_(open_places), side.c.waiting > 0))
    )
    width = len(STATUS.columns)
    for row in connection.execute(query).all():
        beside = TASKS.unpack(row[width + 1 :]) if row[width + 1] is not None else None
        yield STATUS.unpack(row[:width]), row[width] or "", beside


def _rests(edition: Edition | None, workflow: str, stage: str) -> bool:
    table = edition.tables.get(workflow) if edition else None
    return table is None or table.resting(stage)


def tasks_of(
    case: Status, waiting: Waiting | None, facts: LogFacts, organs: Organs
) -> Iterator[_Task]:
    """The tasks of one case: of its next step, and of what waits beside."""
    edition = facts.edition(case.programme, case.version)
    if edition is None:
        return
    yield from _steps(case, edition, facts, organs)
    if waiting is not None:
        yield from _beside(case, waiting, edition, organs)


def _steps(case: Status, edition: Edition, facts: LogFacts, organs: Organs) -> Iterator[_Task]:
    """One task for each role of the main line; it may take the side steps that are its own as well."""
    main, side = ways(case, facts)
    for role in dict.fromkeys(role for step in main for role in step.roles):
        own = [step for step in main if role in step.roles]
        verbs = [step.verb for step in (*own, *side) if role in step.roles]
        set_day = due_on(case, facts) if case.set_due else None
        days = [set_day or deadline(case, step, facts) for step in own]
        yield _Task(
            kind="step",
            role=role,
            organs=organs.holding(role, case, edition),
            commands=list(dict.fromkeys(verbs)),
            since=date.fromisoformat(case.since),
            due_on=min((day for day in days if day is not None), default=None),
        )


def _beside(case: Status, waiting: Waiting, edition: Edition, organs: Organs) -> Iterator[_Task]:
    for kind, abouts in waiting.by_kind().items():
        for about, waits in abouts.items():
            asked = about if kind in {"opinion", "inquiry"} else waits.organ
            if asked:
                yield _task(kind, "asked", [organs.heir(asked)], waits, about)
            elif kind != "recall" or about in edition.programme.revocation.recalls:
                for role in _roles(case, edition, _VERBS[kind]):
                    yield _task(kind, role, organs.holding(role, case, edition), waits, about)


def _task(kind: str, role: str, organs: list[str], waits: Waits, about: str) -> _Task:
    due = date.fromisoformat(waits.due_on) if waits.due_on else None
    return _Task(kind, role, organs, [_VERBS[kind]], date.fromisoformat(waits.since), due, about)


def _roles(case: Status, edition: Edition, verb: str) -> Iterable[str]:
    steps = edition.tables[case.workflow].steps_from(case.stage)
    return dict.fromkeys(role for step in steps if step.verb == verb for role in step.roles)


def task_row(case: Status, unit_name: str, task: _Task, on: date) -> dict[str, Any]:
    """A task as the list of them shows it."""
    return {
        "case": case.case,
        "programme": case.programme,
        "subject": case.subject,
        "unit": case.unit,
        "unit_name": unit_name,
        "period": case.period,
        "stage": case.stage,
        **task._asdict(),
        "late": task.due_on is not None and task.due_on < on,
    }
