"""The list of cases: the database and memory agree on every filter, order and page; no list scans its table."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.ledger import Ledger
from projections.cases.case_list import CASES, ORDERS, CaseFilter, order_of
from projections.cases.known_at import fold_known_at
from projections.cases.status import STATUS
from projections.engine import inline
from projections.machinery.listing import in_memory
from tests.projections.casebook import Casebook
from tests.projections.random_year import FIRST, STAGES, RandomYear

SOME = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ON = date(2024, 12, 20)


class Asked:
    """A question as chance makes it."""

    def __init__(self, chance: random.Random) -> None:
        self.filter = CaseFilter(
            stages=self._some(chance, (*STAGES, "recognised")),
            outcomes=self._some(chance, ("PASS", "FAIL", "REVOKED", "")),
            periods=self._some(chance, ("2024", "2025")),
            units=self._some(chance, [f"C{n}" for n in range(80)], 30) or None,
            late=chance.choice((None, None, True, False)),
            due_before=chance.choice((None, None, FIRST + timedelta(chance.randrange(500)))),
            found=chance.choice((None, None, self._found(chance))),
            periods_found=self._some(chance, ("2024", "2025")),
        )
        self.order = order_of(chance.choice(list(ORDERS)), descending=chance.random() < 0.4)
        self.criteria = self.filter.criteria(ON)

    def _some(self, chance, values, least=1):
        if chance.random() < 0.6:
            return frozenset()
        return frozenset(chance.sample(values, chance.randrange(least, len(values))))

    def _found(self, chance):
        few_or_many = chance.sample(range(80), chance.choice((3, 60)))
        units = frozenset(f"C{number}" for number in few_or_many)
        return frozenset(), units, frozenset({"unit:C2"})


@SOME
@given(seed=st.integers(0, 10_000))
def test_database_and_memory_agree_on_every_filter_order_and_page(fresh_url, seed):
    with Ledger.initialise(fresh_url()) as ledger:
        RandomYear(Casebook(ledger, then=inline), seed).tell(60)
        known = list(fold_known_at(ledger, ledger.head().position, STATUS)[STATUS.name].values())
        chance = random.Random(seed)
        with ledger.connection() as connection:
            for asked in [Asked(chance) for _ in range(40)]:
                whole = in_memory(known, asked.criteria, asked.order)
                assert CASES.page(connection, asked.criteria, asked.order) == whole
                assert CASES.count(connection, asked.criteria).get((), 0) == len(whole)
                size = chance.randrange(1, 4)
                assert leafed(connection, asked, size) == whole
                for last in whole[:3]:
                    args = (asked.criteria, asked.order, asked.order.key(last), size)
                    assert CASES.page(connection, *args) == in_memory(known, *args)


def leafed(connection, asked, size):
    """Every page, one after the other."""
    found, after = [], None
    while page := CASES.page(connection, asked.criteria, asked.order, after, size):
        assert len(page) <= size
        found += page
        after = asked.order.key(page[-1])
    return found


def test_cases_are_counted_by_stage(ledger):
    book = Casebook(ledger, then=inline)
    book.programme()
    for number, stage in enumerate(("claimed", "claimed", "recognised")):
        book.case(f"C{number}", at=stage)
    with ledger.connection() as connection:
        assert CASES.count(connection, (), ["stage"]) == {("claimed",): 2, ("recognised",): 1}
        assert CASES.count(connection, (), ["period", "stage"]) == {
            ("2024", "claimed"): 2,
            ("2024", "recognised"): 1,
        }


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    "asked",
    [
        CaseFilter(),
        CaseFilter(programmes=frozenset(["kon-tum"]), periods=frozenset(["2024"])),
        CaseFilter(units=frozenset(["C1"])),
        CaseFilter(cases=frozenset(["x"])),
        CaseFilter(found=(frozenset(["case:x"]), frozenset(["C1"]), frozenset(["member:p"]))),
        CaseFilter(found=(frozenset(), frozenset(f"C{n}" for n in range(60)), frozenset())),
    ],
)
def test_no_page_scans_the_table(sqlite_url, order, descending, asked):
    with Ledger.initialise(sqlite_url()) as ledger:
        Casebook(ledger, then=inline)
        with ledger.connection() as connection:
            plan = plans(connection, asked.criteria(ON), order_of(order, descending=descending))
    assert [line for line in plan if line.startswith("SCAN read_") and "USING" not in line] == []


def plans(connection, criteria, order):
    return [
        row[3]
        for select in CASES.selects(connection, criteria, order, None, 50)
        for row in connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {select.compile(connection, compile_kwargs={'literal_binds': True})}"
        )
    ]
