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
    told = {"reason": TEXT.commitment}
    ledger.append(a_commit(("a", 1), tags=[("t", "a")], texts=[TEXT], envelope=told))
    ledger.append(a_commit(("a", 2)))
    with ledger.transaction() as connection:
        connection.exec_driver_sql("INSERT INTO topic VALUES ('thing-done', 1)")
    return ledger


def refused(ledger, statement):
    """The words with which the database refuses."""
    before = ledger.head(), ledger.stream("a"), ledger.tagged("t"), ledger.texts([1])
    with (
        pytest.raises(sa.exc.DBAPIError) as error,
        ledger.transaction() as connection,
    ):
        connection.exec_driver_sql(statement)
    after = ledger.head(), ledger.stream("a"), ledger.tagged("t"), ledger.texts([1])
    assert after == before
    return str(error.value.orig)


@pytest.mark.parametrize("table", ["event", "tag", "topic"])
def test_a_row_of_the_log_is_not_deleted(kept, table):
    assert "never changed" in refused(kept, f"DELETE FROM {table}")


@pytest.mark.parametrize(
    ("table", "column"),
    [("event", column) for column in Row._fields]
    + [("event", "first"), ("event", "root"), ("event", "digest"), ("tag", "stream")],
)
def test_a_row_of_the_log_is_not_changed(kept, table, column):
    assert "never changed" in refused(kept, f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize(
    "texts",
    [
        "NULL",
        "'[]'",
        "replace(texts, 'body', 'another')",
        "replace(texts, '\"body\"', '17')",
        f"replace(texts, '{TEXT.commitment}', 'another')",
        f"replace(texts, '\"{TEXT.commitment}\"', 'null')",
        "replace(texts, ']', ',null,null,null]')",
    ],
)
def test_a_text_is_not_changed_or_deleted(kept, texts):
    assert "only be erased" in refused(kept, f"UPDATE event SET texts = {texts} WHERE position = 1")


def test_an_event_gets_no_text_afterwards(kept):
    given = "(SELECT texts FROM event WHERE position = 1)"
    assert "only be erased" in refused(kept, f"UPDATE event SET texts = {given} WHERE position = 2")


@pytest.mark.parametrize("number", ["rowid", "oid", "_rowid_"])
def test_a_row_is_not_moved_by_another_name_of_its_number(kept, number):
    if kept.database.one_writer:
        refused(kept, f"UPDATE event SET {number} = 9 WHERE position = 2")


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


@pytest.mark.parametrize("table", ["event", "tag", "topic", "head"])
def test_a_table_is_not_emptied_on_postgres(kept, table):
    if kept.database.one_writer:
        with pytest.raises(sa.exc.OperationalError), kept.transaction() as connection:
            connection.exec_driver_sql(f"TRUNCATE {table}")
    else:
        assert "never changed" in refused(kept, f"TRUNCATE {table}")


def test_replacing_a_row_is_refused_on_sqlite(kept):
    if kept.database.one_writer:
        refused(kept, "REPLACE INTO event SELECT * FROM event")
        refused(kept, "REPLACE INTO tag SELECT * FROM tag")
        refused(kept, "REPLACE INTO head SELECT * FROM head")
        again = an_insert(position=3, version=3, command_id="(SELECT command_id FROM event)")
        ended = again.replace("leaf) SELECT", "leaf, first, root, tags, digest) SELECT")
        ended = ended.replace("leaf FROM", "leaf, 3, root, tags, digest FROM")
        assert "kept once" in refused(kept, ended.replace("INSERT", "REPLACE"))


@pytest.mark.parametrize("first", [1, 2, 4])
def test_a_commit_begins_where_the_one_before_ended(kept, first):
    added = an_insert(position=3, version=3, command_id="'new'")
    ended = added.replace("leaf) SELECT", "leaf, first, root, tags) SELECT")
    ended = ended.replace("leaf FROM", f"leaf, {first}, root, tags FROM")
    assert "commits follow one another" in refused(kept, ended)
