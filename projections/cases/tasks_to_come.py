"""The tasks that rows would bring which have not been appended."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.unit.state import Unit
from ledger.entry import Row
from projections.cases.case_facts import LogFacts
from projections.cases.roles import Organs
from projections.cases.side_tasks import TASKS
from projections.cases.status import STATUS
from projections.cases.tasks import task_row, tasks_of
from projections.machinery.folding import Folder, seen
from projections.organisation.units import KnownUnits


def tasks_to_come(
    connection: sa.Connection, rows: Sequence[Row], foreseen: Sequence[Row], on: date
) -> list[dict[str, Any]]:
    """The tasks of one case after the rows foreseen that are not there before, as `tasks` shows them."""
    before = _tasks(connection, rows, on)
    after = _tasks(connection, [*rows, *foreseen], on)
    return [task for task in after if task not in before]


def _tasks(connection: sa.Connection, rows: Sequence[Row], on: date) -> list[dict[str, Any]]:
    folder = Folder([STATUS, TASKS])
    folder.fold(seen(rows))
    waiting = folder.states[TASKS.name]
    facts, organs, units = (
        LogFacts(connection),
        Organs(KnownUnits(connection), on),
        KnownUnits(connection),
    )
    return [
        task_row(case, _name(units.unit(case.unit)), task, on)
        for stream, case in folder.states[STATUS.name].items()
        for task in tasks_of(case, waiting.get(stream), facts, organs)
    ]


def _name(unit: Unit | None) -> str:
    return unit.names.entries[-1][2] if unit else ""
