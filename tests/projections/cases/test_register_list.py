"""The register page by page: the same rows as the whole register, from the database and from memory."""

from __future__ import annotations

import random
from datetime import date

import msgspec
import pytest

from ledger.ledger import Ledger
from projections.cases.known_at import recognitions_known_at
from projections.cases.register import register
from projections.cases.register_list import (
    ORDERS,
    RECOGNITIONS,
    RegisterFilter,
    from_database,
    from_records,
    rows_on,
)
from projections.engine import catch_up
from projections.machinery.listing import Order
from tests.projections.casebook import Casebook
from tests.projections.histories import Histories

ON = date(2025, 6, 1)


@pytest.fixture
def told(ledger):
    histories = Histories(3, 40, 8)
    histories.tell(Casebook(ledger))
    catch_up(ledger)
    return ledger


def leafed(ask, wanted, order, size):
    found, after = [], None
    while True:
        rows, after = rows_on(ask, wanted, order, ON, after, size)
        found += rows
        if after is None:
            return found


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("name", ORDERS)
def test_pages_are_the_rows_of_the_register_wherever_they_come_from(told, name, descending):
    chance, order = random.Random(name), Order(ORDERS[name], descending)
    known = recognitions_known_at(told, told.head().position)
    units = frozenset(f"C{n}" for n in range(0, 40, 3)) | frozenset({"S1", "S2"})
    for wanted in (
        RegisterFilter(),
        RegisterFilter(standing=True),
        RegisterFilter(standing=False),
        RegisterFilter(units=units),
        RegisterFilter(members_of=units, reader="m1"),
        RegisterFilter(subjects=frozenset({"unit:C1", "unit:C2"})),
        RegisterFilter(periods=frozenset({"2025"})),
        RegisterFilter(found=(frozenset(), frozenset({"S1"}), frozenset({"unit:C5"}))),
    ):
        with told.connection() as connection:
            ask = from_database(connection, wanted, order)
            whole, _ = rows_on(ask, wanted, order, ON, None, None)
            assert leafed(ask, wanted, order, chance.randrange(1, 5)) == whole
        assert leafed(from_records(known, wanted, order), wanted, order, 3) == whole


def test_without_a_filter_it_is_the_register(told):
    order = Order(ORDERS["place"])
    with told.connection() as connection:
        ask = from_database(connection, RegisterFilter(), order)
        rows, _ = rows_on(ask, RegisterFilter(), order, ON, None, None)
        assert [msgspec.structs.asdict(row) for row in rows] == register(connection, ON)
        standing = RegisterFilter(standing=True)
        standing_rows, _ = rows_on(
            from_database(connection, standing, order), standing, order, ON, None, None
        )
    assert standing_rows == [row for row in rows if row.standing]
    assert 0 < len(standing_rows) < len(rows)


@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("standing", [None, True, False])
def test_no_page_scans_the_table(sqlite_url, name, standing):
    with Ledger.initialise(sqlite_url()) as ledger:
        Casebook(ledger)
        wanted = RegisterFilter(standing=standing)
        with ledger.connection() as connection:
            plan = [
                row[3]
                for select in RECOGNITIONS.selects(
                    connection, wanted.criteria(), Order(ORDERS[name]), None, 50
                )
                for row in connection.exec_driver_sql(
                    f"EXPLAIN QUERY PLAN {select.compile(connection, compile_kwargs={'literal_binds': True})}"
                )
            ]
    assert [line for line in plan if line.startswith("SCAN") and "USING" not in line] == []
    if standing is False:
        assert any("read_register_1_2" in line for line in plan)


@pytest.mark.parametrize(
    ("units", "reader", "seen"),
    [
        (frozenset(), "", {"unit:X"}),
        (frozenset({"U"}), "", {"unit:X", "member:a"}),
        (frozenset({"V"}), "b", {"unit:X", "member:b"}),
        (None, "", {"unit:X", "member:a", "member:b"}),
    ],
)
def test_members_are_those_of_units_that_may_be_seen_and_the_reader(told, units, reader, seen):
    one, two, three, *_ = (
        each for each in recognitions_known_at(told, told.head().position) if each.recognised
    )
    known = [
        msgspec.structs.replace(one, subject="member:a", unit="U", successions=[]),
        msgspec.structs.replace(two, subject="member:b", unit="W", successions=[]),
        msgspec.structs.replace(three, subject="unit:X", unit="X", successions=[]),
    ]
    wanted = RegisterFilter(members_of=units, reader=reader)
    ask = from_records(known, wanted, Order(ORDERS["place"]))

    assert {each.subject for each in ask(None, None)} == seen
