"""Which organs a case waits for, worked out when it changes, and the days between which that holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from domain.streams import unit_stream
from projections.cases.roles import Organs
from projections.cases.tasks import Task, tasks_of
from projections.organisation.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from domain.programme.edition import Edition
    from domain.unit.state import Unit
    from projections.cases.side_tasks import Waiting
    from projections.cases.status import Status
    from projections.cases.waiting import Facts
    from projections.machinery.read_model import Records

FIRST_DAY, NO_DAY = date.min.isoformat(), date.max.isoformat()


class Waited(NamedTuple):
    """`organs` from a day on and until before another; `around` are the units that this follows from.

    `due_on` is the day by which the first of the tasks is due, NO_DAY where none has one.
    """

    organs: list[str]
    around: list[str]
    since: str
    until: str
    due_on: str


NOBODY = Waited([], [], FIRST_DAY, NO_DAY, NO_DAY)


class UnitsLookedAt:
    """Units of a read model; remembers which were looked at."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.seen: dict[str, Unit | None] = {}

    def unit(self, code: str) -> Unit | None:
        if code not in self.seen:
            found = self._records.record(UNITS, unit_stream(code))
            self.seen[code] = found.unit if found else None
        return self.seen[code]


def waited_for(
    case: Status, waiting: Waiting | None, facts: Facts, records: Records, on: date
) -> Waited:
    """Who must act as it was on a day, and as long as nothing that this follows from changes."""
    edition = facts.edition(case.programme, case.version)
    if edition is None:
        return NOBODY
    units = UnitsLookedAt(records)
    tasks = list(tasks_of(case, waiting, facts, Organs(units, on)))
    changes = sorted({*_of_units(units.seen.values()), *_of_rules(tasks, edition)})
    return Waited(
        organs=list(dict.fromkeys(organ for task in tasks for organ in task.organs)),
        around=sorted(units.seen),
        since=max((day for day in changes if day <= on), default=date.min).isoformat(),
        until=min((day for day in changes if day > on), default=date.max).isoformat(),
        due_on=min((t.due_on for t in tasks if t.due_on), default=date.max).isoformat(),
    )


def _of_units(units: Iterable[Unit | None]) -> Iterator[date]:
    """The days on which a unit is another than before."""
    for unit in units:
        if unit is None:
            continue
        yield from (since for since, _, _ in (*unit.kinds.entries, *unit.parents.entries))
        for organ in unit.organs.values():
            yield from (since for since, _, _ in organ.entries)
        if unit.ended_on:
            yield unit.ended_on


def _of_rules(tasks: Iterable[Task], edition: Edition) -> Iterator[date]:
    """The days on which other rules of a role hold than before."""
    for role in {task.role for task in tasks} & edition.programme.roles.keys():
        for rule in edition.programme.roles[role].rules:
            if rule.valid_from:
                yield rule.valid_from
            if rule.valid_until:
                yield rule.valid_until + timedelta(days=1)
