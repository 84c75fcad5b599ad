"""On PostgreSQL, where several write at once: nobody waits for a read model without need."""

from __future__ import annotations

import pytest

from ledger.errors import DatabaseLockedError
from ledger.ledger import Ledger
from projections.engine import READ_MODELS, catch_up, inline, rebuild
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
        other.exec_driver_sql("SELECT 1 FROM read_model WHERE name = 'status' FOR UPDATE")
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
