"""The list of tasks: who must act on which case, found by the organs that a case waits for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from projections.cases.case_facts import LogFacts
from projections.cases.roles import Organs
from projections.cases.side_tasks import TASKS, Waiting
from projections.cases.status import STATUS, Status
from projections.cases.tasks import Task, task_row, tasks_of
from projections.machinery.criteria import Among, AnyOf, Below, Criterion, Holds
from projections.machinery.listing import Half, Key, Lists, Order
from projections.machinery.schema_guard import require
from projections.organisation.units import KnownUnits
from words.kinds import Said


def tasks(
    connection: sa.Connection, on: date, organ: str | None = None, role: str | None = None
) -> list[dict[str, Any]]:
    """All tasks on a day, those due first before the others; of one organ or one role if named.

    `kind` is `step`, `opinion`, `petition`, `review`, `recall` or `inquiry`; `organs` are those that hold the
    role on the day, `late` that the day it was due is over.
    """
    require(connection, STATUS, TASKS)
    facts, organs = LogFacts(connection), Organs(KnownUnits(connection), on)
    found = [
        task_row(case, case.unit_name, task, on)
        for case, waiting in _waiting_cases(connection)
        for task in tasks_of(case, waiting, facts, organs)
        if (organ is None or organ in task.organs) and (role is None or role == task.role)
    ]
    found.sort(key=lambda task: (task["due_on"] or date.max, task["since"], task["case"]))
    return found


def _waiting_cases(connection: sa.Connection) -> Iterator[tuple[Status, Waiting | None]]:
    status, side = STATUS.view, TASKS.view
    query = (
        sa.select(status, side)
        .outerjoin(side, sa.and_(side.c.stream == status.c.stream, side.c.waiting > 0))
        .where(sa.text("open = 1"))
    )
    width = len(STATUS.columns)
    for row in connection.execute(query).all():
        beside = TASKS.unpack(row[width:]) if row[width] is not None else None
        yield STATUS.unpack(row[:width]), beside


Mine = dict[str, frozenset[str] | None]
"""Organs with the commands that may be given for each; None is every command."""


class TaskRow(msgspec.Struct, kw_only=True):
    """A task as `tasks --json` prints it; `late_by` are the days since it was due, 0 in time.

    A duty or a report that is owed is of no case: its `kind` is `owed`, `what` it is, `month` for which month.
    """

    case: str
    programme: str
    programme_version: str
    subject: str
    unit: str
    unit_name: str
    period: str
    stage: str
    kind: str
    role: str
    organs: list[str]
    commands: list[str]
    since: date
    due_on: date | None
    about: str
    late: bool
    late_by: int
    what: Said | None = None
    month: int | None = None


class TaskFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Whose tasks and of which cases; of each set that names any, one.

    `mine` None stands for everybody's tasks; with `others`, tasks of nobody among `mine` are meant.
    """

    mine: Mine | None = None
    others: bool = False
    programmes: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    units: frozenset[str] | None = None
    late: bool | None = None
    due_before: date | None = None

    def criteria(self, on: date) -> list[Criterion]:
        """Conditions on cases that have such tasks, and perhaps on some that have none."""
        sets = {"programme": self.programmes, "period": self.periods}
        first = min([self.due_before or date.max, on if self.late else date.max])
        return [
            *(Among(column, values) for column, values in sets.items() if values),
            *([] if self.units is None else [Among("unit", self.units)]),
            *([] if first == date.max else [Below("task_due", first.isoformat())]),
            *([] if self.mine is None or self.others else [_waits(self.mine)]),
        ]

    def fits(self, row: TaskRow) -> bool:
        """Whether a task of such a case is one of those asked for."""
        if self.late is not None and row.late != self.late:
            return False
        if self.due_before and (row.due_on is None or row.due_on >= self.due_before):
            return False
        return self.mine is None or self.others != self._is_mine(row)

    def _is_mine(self, row: TaskRow) -> bool:
        known = self.mine or {}
        scopes = [known[organ] for organ in row.organs if organ in known]
        return any(scope is None or not scope.isdisjoint(row.commands) for scope in scopes)


def _waits(mine: Mine) -> Criterion:
    """Cases that may have tasks of organs: which have them on a day, their tasks say."""
    return AnyOf(tuple(Holds("organs", organ) for organ in sorted(mine)))


ORDERS = {
    "due_on": ("task_due", "since", "stream"),
    "since": ("since", "stream"),
    "unit_name": ("unit_folded", "unit", "stream"),
}
"""By what tasks are sorted: a case has its place by the task of it that is due first."""
WAITING = Lists(STATUS, halves=(Half("open = 1"),))


def task_rows(
    connection: sa.Connection,
    wanted: TaskFilter,
    order: Order,
    on: date,
    after: Key | None,
    size: int | None,
) -> tuple[list[TaskRow], Key | None]:
    """Tasks on a day and the key after which there are more; all those of a case are on one page."""
    require(connection, STATUS, TASKS)
    units = KnownUnits(connection)
    facts, organs = LogFacts(connection), Organs(units, on)
    criteria = wanted.criteria(on)
    rows: list[TaskRow] = []
    while found := WAITING.page(connection, criteria, order, after, size):
        beside = _beside_of(connection, found)
        units.read({case.unit for case in found})
        for case in found:
            if size is not None and len(rows) >= size:
                return rows, after
            after = order.key(case)
            tasks_found = tasks_of(case, beside.get(case.stream), facts, organs)
            rows += [row for task in tasks_found if wanted.fits(row := _row(case, task, on))]
        if size is None or len(found) < size:
            break
    return rows, None


def _beside_of(connection: sa.Connection, cases: list[Status]) -> dict[str, Waiting]:
    view = TASKS.view
    wanted = Among("stream", frozenset(case.stream for case in cases))
    query = sa.select(view).where(wanted.clause(view, connection.dialect.name), view.c.waiting > 0)
    found = map(TASKS.unpack, connection.execute(query))
    return {waiting.stream: waiting for waiting in found}


def _row(case: Status, task: Task, on: date) -> TaskRow:
    late_by = max(0, (on - task.due_on).days) if task.due_on else 0
    return TaskRow(**task_row(case, case.unit_name, task, on), late_by=late_by)
