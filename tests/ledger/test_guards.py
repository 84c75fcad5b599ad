"""What the databases themselves refuse, whoever sends the statement."""

# ruff: noqa: S608 -- statements are put together from this file's own words

import pytest
import sqlalchemy as sa

from ledger.commit import Text
from ledger.entry import Row
from tests.support.entries import a_commit

TEXT = Text.of(b"salt" * 4, "body")
_COLUMNS = ", ".join(Row._fields)


@pytest.fixture
def kept(ledger):
    ledger.append(a_commit(("a", 1), tags=[("t", "a")], texts=[TEXT]))
    ledger.append(a_commit(("a", 2)))
    return ledger


def refused(ledger, statement):
    """The words with which the database refuses."""
    before = ledger.head(), ledger.stream("a"), ledger.tagged("t"), ledger.texts([TEXT.commitment])
    with (
        pytest.raises(sa.exc.DBAPIError) as error,
        ledger.transaction() as connection,
    ):
        connection.exec_driver_sql(statement)
    after = ledger.head(), ledger.stream("a"), ledger.tagged("t"), ledger.texts([TEXT.commitment])
    assert after == before
    return str(error.value.orig)


@pytest.mark.parametrize("table", ["event", "root", "tag"])
def test_a_row_of_the_log_is_not_deleted(kept, table):
    assert "never changed" in refused(kept, f"DELETE FROM {table}")


@pytest.mark.parametrize(
    ("table", "column"),
    [("event", column) for column in Row._fields]
    + [("root", "root"), ("root", "digest"), ("tag", "stream")],
)
def test_a_row_of_the_log_is_not_changed(kept, table, column):
    assert "never changed" in refused(kept, f"UPDATE {table} SET {column} = {column}")


def test_a_text_is_not_changed_or_deleted(kept):
    assert "only be erased" in refused(kept, "UPDATE text SET body = 'another'")
    assert "only be erased" in refused(
        kept, "UPDATE text SET body = NULL, salt = NULL, position = 9"
    )
    refused(kept, "UPDATE text SET body = NULL")
    refused(kept, "DELETE FROM text")


def test_the_head_is_not_deleted_or_set_back(kept):
    refused(kept, "DELETE FROM head")
    assert "goes forward" in refused(kept, "UPDATE head SET position = 1")
    assert "goes forward" in refused(kept, "UPDATE head SET position = 9, simulated = 1")


def an_insert(**changed):
    columns = [f"{changed.get(name, name)}" for name in Row._fields]
    return (
        f"INSERT INTO event ({_COLUMNS}) SELECT {', '.join(columns)} FROM event WHERE version = 2"
    )


def test_a_row_is_added_only_at_the_next_position_with_the_next_version(kept):
    for changed in (
        {"position": 4, "version": 3},
        {"position": 3, "version": 4},
        {"position": 3, "version": 2},
        {"position": 3, "version": 2, "stream": "'new'"},
    ):
        assert "go up by one" in refused(kept, an_insert(**changed))


@pytest.mark.parametrize("column", Row._fields[1:])
def test_no_column_of_a_row_may_be_missing(kept, column):
    changed = {"position": 3, "version": 3, column: "NULL"}
    refused(kept, an_insert(**changed))


@pytest.mark.parametrize("column", ["actor", "reason", "command_id"])
def test_actor_and_reason_are_not_blank(kept, column):
    assert "says_something" in refused(kept, an_insert(position=3, version=3, **{column: "' '"}))


@pytest.mark.parametrize("table", ["event", "root", "tag", "text", "head"])
def test_a_table_is_not_emptied_on_postgres(kept, table):
    if kept.database.one_writer:
        with pytest.raises(sa.exc.OperationalError), kept.transaction() as connection:
            connection.exec_driver_sql(f"TRUNCATE {table}")
    else:
        assert "never changed" in refused(kept, f"TRUNCATE {table}")


def test_replacing_a_row_is_refused_on_sqlite(kept):
    if kept.database.one_writer:
        assert "go up by one" in refused(kept, f"REPLACE INTO event SELECT {_COLUMNS} FROM event")
        assert "only be erased" in refused(kept, "REPLACE INTO text SELECT * FROM text")
        refused(kept, "REPLACE INTO tag SELECT * FROM tag")
        refused(kept, "REPLACE INTO root SELECT * FROM root")
