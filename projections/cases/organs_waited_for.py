"""Which organs a case waits for, worked out when it changes: those that may be asked for its tasks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from domain.streams import unit_stream
from projections.cases.lateness import NO_DAY
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


class Waited(NamedTuple):
    """`organs` must act, on one day or another from the last step on; `around` are the units this follows from.

    `beside_due` is the day by which the first task beside the next step is due, NO_DAY where none has one.
    """

    organs: list[str]
    around: list[str]
    beside_due: str


NOBODY = Waited([], [], NO_DAY)


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
    case: Status, waiting: Waiting | None, facts: Facts, records: Records, since: date
) -> Waited:
    """Who must act on any day from one on, as units and rules are known to change on some of them."""
    edition = facts.edition(case.programme, case.version)
    if edition is None:
        return NOBODY
    units, organs, tasks = UnitsLookedAt(records), dict[str, None](), list[Task]()
    days, done = {since}, set[date]()
    while days:
        tasks = [
            task for day in days for task in tasks_of(case, waiting, facts, Organs(units, day))
        ]
        organs.update((organ, None) for task in tasks for organ in task.organs)
        done |= days
        changes = {*_of_units(units.seen.values()), *_of_rules(tasks, edition)}
        days = {day for day in changes if day > since} - done
    dues = [task.due_on for task in tasks if task.due_on and task.kind != "step"]
    return Waited(sorted(organs), sorted(units.seen), min(dues, default=date.max).isoformat())


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
