"""Verification says no to each table, column, index, constraint and trigger that is not as the program made it."""

import pytest

from tests.support.entries import a_commit
from tests.support.tampering import tamper

BOTH = [
    ("DROP INDEX event_by_command", "event_by_command"),
    ("CREATE INDEX another ON event (actor)", "another"),
    ("DROP INDEX tag_by_position", "tag_by_position"),
    ("ALTER TABLE event ADD COLUMN more TEXT", "event"),
    ("DROP TABLE refusal", "refusal"),
]
IN_SQLITE = [
    ("CREATE TRIGGER beside AFTER INSERT ON event BEGIN SELECT 1; END", "beside"),
    ("ALTER TABLE head RENAME COLUMN generation TO another", "head"),
]
BUILT_IN = "suppress_redundant_updates_trigger"
IN_POSTGRES = [
    ("ALTER TABLE event DROP CONSTRAINT actor_says_something", "actor_says_something"),
    ("ALTER TABLE event DROP CONSTRAINT event_stream_version_key", "event_stream_version_key"),
    ("ALTER TABLE tag ALTER COLUMN stream DROP NOT NULL", "tag.stream"),
    ("ALTER TABLE head ALTER COLUMN simulated SET DEFAULT 1", "head.simulated"),
    ("CREATE RULE beside AS ON INSERT TO topic DO INSTEAD NOTHING", "beside"),
    ("ALTER TABLE event ENABLE ROW LEVEL SECURITY", "row security"),
    (f"CREATE TRIGGER beside BEFORE UPDATE ON refusal FOR EACH ROW EXECUTE FUNCTION {BUILT_IN}()", "beside"),
]  # fmt: skip


@pytest.fixture
def kept(ledger):
    for version in range(1, 20):
        ledger.append(a_commit(("a", version), tags=[("t", f"s{version}")]))
    assert ledger.verify().ok
    return ledger


def found(ledger, statement):
    tamper(ledger, statement, guards=True)
    return ledger.verify()


@pytest.mark.parametrize(("statement", "name"), BOTH)
def test_what_is_not_as_it_was_made_is_named(kept, statement, name):
    checked = found(kept, statement)
    assert (checked.ok, checked.positions, checked.reason.partition(":")[0]) == (
        False,
        19,
        "schema",
    )
    assert name in checked.reason


@pytest.mark.parametrize(("statement", "name"), IN_SQLITE)
def test_sqlite_names_what_only_it_can_have(kept, statement, name):
    if kept.engine.dialect.name != "sqlite":
        pytest.skip("of SQLite alone")
    checked = found(kept, statement)
    assert not checked.ok
    assert name in checked.reason


@pytest.mark.parametrize(("statement", "name"), IN_POSTGRES)
def test_postgres_names_what_only_it_can_have(kept, statement, name):
    if kept.engine.dialect.name != "postgresql":
        pytest.skip("of PostgreSQL alone")
    checked = found(kept, statement)
    assert not checked.ok
    assert name in checked.reason


def test_an_index_that_misses_rows_is_found(kept):
    """The index is filled without some rows; then its own words are put back, so that every question uses it."""
    if kept.engine.dialect.name != "sqlite":
        pytest.skip("of SQLite alone")
    index = "event_by_command"
    with kept.transaction() as connection:
        whole = "SELECT sql FROM sqlite_master WHERE name = ?"
        made = connection.exec_driver_sql(whole, (index,)).scalar_one()
        connection.exec_driver_sql(f"DROP INDEX {index}")
        connection.exec_driver_sql(f"{made} AND position NOT IN (5, 6, 7)")
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        put_back = "UPDATE sqlite_master SET sql = ? WHERE name = ?"
        connection.exec_driver_sql(put_back, (made, index))
        connection.exec_driver_sql("PRAGMA writable_schema = RESET")
    checked = kept.verify()
    assert (checked.ok, checked.trusted, checked.reason) == (False, 19, "index: event")
