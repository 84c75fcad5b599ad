"""Who must act, as a list: the tasks of organs or of a person, and what waits for others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.questions.cases import world_of
from application.questions.filters import (
    Names,
    in_codes,
    periods_named,
    units_asked,
)
from application.questions.pages import Listed, Page, Question
from application.questions.tasks_owed import tasks_owed
from domain.authority.acting import organs_held
from domain.streams import split_organ
from projections.cases.task_list import ORDERS, Mine, TaskFilter, TaskRow, task_rows
from projections.engine import catch_up
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("case", "case"), Column("what", word="owed"), Column("month", "ordinal", word="owed_month"),
    Column("organs", "organ"), Column("role", "role"), Column("commands", "verb"),
    Column("since", "date"), Column("due_on", "date"), Column("late_by", "number"),
)  # fmt: skip
"""What a list of tasks shows people, in order; `TaskRow` has more."""


class TasksAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose tasks, of which cases.

    `by` is a person: the tasks of every organ they may act for today, by mandate or delegation.
    `waiting` asks instead for what others must do on cases of the units of those organs and below.
    """

    organs: Names = ()
    by: str = ""
    waiting: bool = False
    programmes: Names = ()
    periods: Names = ()
    units: Names = ()
    under: str = ""
    late: bool | None = None
    due_before: date | None = None


def task_list(system: System, asked: TasksAsked, page: Page) -> Listed[TaskRow]:
    """A page of tasks; all those of a case are on one page, where the one due first has put it.

    What is owed in a round, and belongs to no case, stands at the end of the last page.

    Refuses unknown persons, organs, units, and what is no filter, no sort key, no mark of this list.
    """
    asked = in_codes(system, asked)
    question = Question("tasks", asked, page, ORDERS)
    mine = _mine(system, asked)
    wanted = TaskFilter(
        mine=mine,
        others=asked.waiting,
        programmes=frozenset(asked.programmes),
        periods=periods_named(asked.periods),
        units=_units(system, asked, mine),
        late=asked.late,
        due_before=asked.due_before,
    )
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        rows, key = task_rows(
            connection, wanted, question.order, system.today(), question.after, question.size
        )
    if key:
        return Listed(rows, question.mark(key))
    return Listed([*rows, *tasks_owed(system, wanted, world_of(system))])


def _units(system: System, asked: TasksAsked, mine: Mine | None) -> frozenset[str] | None:
    """What waits for others is looked for where one's organs are, unless units are named."""
    named = units_asked(system, asked.units, asked.under)
    if named is not None or mine is None or not asked.waiting:
        return named
    places = [split_organ(organ)[0] for organ in mine if not organ.startswith("member:")]
    below = [units_asked(system, (), place) or frozenset() for place in places]
    return frozenset().union(*below)


def _mine(system: System, asked: TasksAsked) -> Mine | None:
    """The organs asked about with the commands that may be given for each; None stands for everybody's."""
    world = world_of(system)
    if not asked.by:
        return dict.fromkeys(asked.organs) or None
    held = organs_held(asked.by, world.today, world)
    wanted = {organ: held[organ] for organ in asked.organs if organ in held}
    return wanted if asked.organs else held
