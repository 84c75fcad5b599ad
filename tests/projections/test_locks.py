"""On PostgreSQL, where several write at once: nobody waits for a read model without need."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from ledger.errors import DatabaseLockedError
from ledger.ledger import Ledger
from projections.engine import READ_MODELS, catch_up, inline, rebuild
from projections.machinery.write_transaction import writing
from tests.projections.casebook import Casebook
from tests.projections.looking import dump


@pytest.fixture
def url(postgres_url):
    return postgres_url()


@pytest.fixture
def ledger(url):
    with Ledger.initialise(url, timeout=0.5) as made:
        yield made


def tables(ledger):
    with ledger.connection() as connection:
        names = connection.dialect.get_table_names(connection)
    return sorted(name for name in names if name.startswith("read_status"))


def test_an_append_passes_by_a_read_model_that_is_being_caught_up(ledger):
    book = Casebook(ledger, then=inline)
    book.case("C1")
    with ledger.engine.begin() as other:
        other.exec_driver_sql("SELECT 1 FROM head WHERE name = 'status' FOR UPDATE")
        book.case("C2")
    assert {name: len(rows) for name, rows in dump(ledger).items() if rows} == {
        "status": 1,
        "register": 2,
    }
    assert catch_up(ledger) == 2
    assert len(dump(ledger)["status"]) == 2


def test_a_table_that_somebody_still_reads_is_dropped_by_the_next_rebuild(ledger):
    Casebook(ledger, then=inline).case("C1")
    with ledger.connection() as reader:
        reader.exec_driver_sql("SELECT * FROM read_status_1").all()
        assert rebuild(ledger, "status") == ["status"]
        assert tables(ledger) == ["read_status_1", "read_status_2"]
    rebuild(ledger, "status")
    assert tables(ledger) == ["read_status_3"]


def test_a_rebuild_that_cannot_switch_says_so_and_changes_nothing(ledger):
    Casebook(ledger, then=inline).case("C1")
    before = READ_MODELS.places(ledger)
    with ledger.connection() as reader:
        reader.exec_driver_sql("SELECT * FROM read_status").all()
        with pytest.raises(DatabaseLockedError):
            rebuild(ledger, "status")
    assert READ_MODELS.places(ledger) == before
    assert tables(ledger) == ["read_status_1"]


LOCK = "SELECT 1 FROM head WHERE name = '{}' FOR UPDATE"


def wait_until_somebody_waits(ledger):
    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    until = time.monotonic() + 10
    with ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as watching:
        while not watching.exec_driver_sql(waiting).scalar_one():
            assert time.monotonic() < until
            time.sleep(0.01)


def test_a_rebuild_takes_read_models_in_the_order_in_which_a_catch_up_does(url):
    first, *_, last = sorted(READ_MODELS.by_name)
    with Ledger.initialise(url, timeout=10) as ledger, ThreadPoolExecutor() as pool:
        Casebook(ledger, then=inline).case("C1")
        with ledger.engine.begin() as other:
            other.exec_driver_sql(LOCK.format(first))
            rebuilding = pool.submit(rebuild, ledger)
            wait_until_somebody_waits(ledger)
            other.exec_driver_sql(LOCK.format(last))
        assert sorted(rebuilding.result()) == sorted(READ_MODELS.by_name)


def test_of_two_that_wait_for_each_other_one_is_told_to_try_again(url):
    first, *_, last = sorted(READ_MODELS.by_name)

    def backwards(ledger):
        with writing(ledger) as connection:
            connection.exec_driver_sql(LOCK.format(last))
            connection.exec_driver_sql(LOCK.format(first))

    with Ledger.initialise(url, timeout=10) as ledger, ThreadPoolExecutor() as pool:
        Casebook(ledger)
        with pytest.raises(DatabaseLockedError), writing(ledger) as connection:  # noqa: PT012 -- either of the two may be told
            connection.exec_driver_sql(LOCK.format(first))
            other = pool.submit(backwards, ledger)
            wait_until_somebody_waits(ledger)
            connection.exec_driver_sql(LOCK.format(last))
            other.result()
