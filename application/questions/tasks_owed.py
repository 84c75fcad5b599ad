"""What is owed in open rounds and not done, as tasks: duties, reviews, reports, monthly reports, of no case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.questions.editions import of_topic
from domain.events.round import RoundOpened
from domain.owing.owed import Asked, owed
from projections.cases.task_list import TaskRow
from projections.machinery.codec import CODEC
from words.kinds import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.owing.owed import Owed
    from projections.cases.task_list import TaskFilter


def tasks_owed(system: System, wanted: TaskFilter, world: LedgerWorld) -> list[TaskRow]:
    """Everything that is open today, of the organs that are asked about; what is due first before the others."""
    if wanted.others:
        return []
    by = None if wanted.mine is None else frozenset(wanted.mine)
    found = [
        row
        for asked in _rounds(system, wanted, world, by)
        for each in owed(asked)
        if each.done_on is None
        and (wanted.units is None or each.unit in wanted.units)
        and wanted.fits(row := _row(each, asked))
    ]
    return sorted(found, key=lambda row: (row.due_on is None, row.due_on, row.programme))


def _rounds(
    system: System, wanted: TaskFilter, world: LedgerWorld, by: frozenset[str] | None
) -> Iterator[Asked]:
    """The rounds that are neither locked nor sealed: what a locked one still owes stands in the review of its year."""
    for row in of_topic(system, RoundOpened.TOPIC):
        event = CODEC.decode(row.topic, row.state)
        named = ((wanted.programmes, event.programme), (wanted.periods, event.period))
        if any(names and name not in names for names, name in named):
            continue
        state = world.round(event.programme, event.period)
        edition = world.edition(state.programme, state.version) if state else None
        if state is not None and edition is not None and not state.locked:
            yield Asked(edition.programme, state, world.today, world, by)


def _row(each: Owed, asked: Asked) -> TaskRow:
    on, unit = asked.on, asked.world.unit(each.unit)
    late_by = max(0, (on - each.due_on).days) if each.due_on else 0
    return TaskRow(
        case="",
        programme=asked.programme.code,
        programme_version=asked.round.version,
        subject=f"unit:{each.unit}",
        unit=each.unit,
        unit_name=unit.name_on(on) if unit else "",
        period=asked.round.period,
        stage="",
        kind="owed",
        role=each.role,
        organs=each.organs,
        commands=each.verbs,
        since=asked.round.opened_on,
        due_on=each.due_on,
        about=each.code,
        late=late_by > 0 or each.missing,
        late_by=late_by,
        what=Said("text", each.label.vi, each.label.vi, each.label.en),
        month=each.month or None,
    )
