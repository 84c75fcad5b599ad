"""Tasks found by the organs that are kept with a case: the same as all tasks worked out on the day."""

from __future__ import annotations

import random
from datetime import date, timedelta

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.ledger import Ledger
from projections.cases.task_list import ORDERS, TaskFilter, task_rows, tasks
from projections.engine import inline
from projections.machinery.listing import Order
from tests.projections.casebook import Casebook
from tests.projections.random_year import FIRST, RandomYear

SOME = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def plain(rows):
    return sorted(
        ({k: v for k, v in msgspec.structs.asdict(row).items() if k != "late_by"} for row in rows),
        key=str,
    )


def leafed(connection, wanted, order, on, size):
    found, after = [], None
    while True:
        rows, after = task_rows(connection, wanted, order, on, after, size)
        found += rows
        if after is None:
            return found


@SOME
@given(seed=st.integers(0, 10_000))
def test_each_organ_has_the_tasks_that_all_tasks_name_it_in_on_every_day(fresh_url, seed):
    with Ledger.initialise(fresh_url()) as ledger:
        RandomYear(Casebook(ledger, then=inline), seed).tell(80)
        chance = random.Random(seed)
        with ledger.connection() as connection:
            for _ in range(6):
                on = FIRST + timedelta(days=400 + chance.randrange(400))
                every = tasks(connection, on)
                for organ in {organ for task in every for organ in task["organs"]} | {"X/y"}:
                    wanted = TaskFilter(mine={organ: None})
                    order = Order(ORDERS[chance.choice(list(ORDERS))], chance.random() < 0.5)
                    found = leafed(connection, wanted, order, on, chance.randrange(1, 5))
                    assert plain(found) == sorted(
                        (task for task in every if organ in task["organs"]), key=str
                    )


def test_what_waits_for_others_is_the_rest(ledger):
    RandomYear(Casebook(ledger, then=inline), 7).tell(120)
    on, order = date(2025, 3, 1), Order(ORDERS["due_on"])
    with ledger.connection() as connection:
        every = tasks(connection, on)
        organ = next(organ for task in every for organ in task["organs"])
        mine, _ = task_rows(connection, TaskFilter(mine={organ: None}), order, on, None, None)
        others = TaskFilter(mine={organ: None}, others=True)
        rest, _ = task_rows(connection, others, order, on, None, None)
        late, _ = task_rows(connection, TaskFilter(late=True), order, on, None, None)
        day = date(2024, 12, 1)
        due, _ = task_rows(connection, TaskFilter(due_before=day), order, on, None, None)
    assert plain([*mine, *rest]) == sorted(every, key=str)
    assert plain(late) == sorted((task for task in every if task["late"]), key=str)
    assert all(row.late_by == (on - row.due_on).days for row in late)
    assert plain(due) == sorted(
        (task for task in every if task["due_on"] and task["due_on"] < day), key=str
    )


def test_a_scope_leaves_the_commands_that_are_lent(ledger):
    RandomYear(Casebook(ledger, then=inline), 7).tell(120)
    on, order = date(2025, 3, 1), Order(ORDERS["due_on"])
    with ledger.connection() as connection:
        every = tasks(connection, on)
        organ, verb = next((t["organs"][0], t["commands"][0]) for t in every if t["organs"])
        mine = TaskFilter(mine={organ: frozenset([verb])})
        found, _ = task_rows(connection, mine, order, on, None, None)
    assert plain(found) == sorted(
        (t for t in every if organ in t["organs"] and verb in t["commands"]), key=str
    )


def test_the_tasks_that_are_due_first_come_first(ledger):
    RandomYear(Casebook(ledger, then=inline), 7).tell(120)
    on = date(2025, 3, 1)
    with ledger.connection() as connection:
        rows, _ = task_rows(connection, TaskFilter(), Order(ORDERS["due_on"]), on, None, None)
    firsts: dict[str, date] = {}
    for row in rows:
        day = row.due_on or date.max
        firsts[row.case] = min(day, firsts.get(row.case, date.max))
    assert list(firsts.values()) == sorted(firsts.values())
