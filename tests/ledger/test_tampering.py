"""Verification says no, and where, to every change behind the ledger's back."""

# ruff: noqa: S608 -- statements are put together from this file's own words

import pytest
import sqlalchemy as sa

from ledger.commit import Text
from ledger.entry import Row
from ledger.leaf import row_leaf
from ledger.tree import grow, pack, root_hash
from tests.support.entries import a_commit
from tests.support.tampering import tamper

TEXT = Text.of(b"salt" * 4, "body")
BLOBS = {"sqlite": "x'7b7d'", "postgresql": "'\\x7b7d'"}


NO_END = "first = NULL, root = NULL, tags = NULL, digest = NULL, texts = NULL"


@pytest.fixture
def kept(ledger):
    """Positions 1–2, 3, 4–5; tags and a text at 3."""
    ledger.append(a_commit(("a", 1), ("b", 1)))
    told = {"reason": TEXT.commitment}
    tags = [("t", "a"), ("t", "b"), ("u", "a")]
    ledger.append(a_commit(("a", 2), tags=tags, texts=[TEXT], envelope=told))
    ledger.append(a_commit(("b", 2), ("c", 1)))
    assert ledger.verify() == (True, 5, ledger.head().root, None, "")
    return ledger


def found(ledger, *statements):
    tamper(ledger, *statements, guards=True)
    checked = ledger.verify()
    assert not checked.ok
    return checked.first_bad, checked.reason


@pytest.mark.parametrize("column", Row._fields[1:])
def test_a_changed_column_is_found_at_its_row(kept, column):
    blob = BLOBS[kept.engine.dialect.name]
    new = {"version": "7", "state": blob, "leaf": blob, "effective_on": "'2024-12-02'"}
    value = new.get(column, "'another'")
    changed = f"UPDATE event SET {column} = {value} WHERE position = 3"
    assert found(kept, changed) == (3, "leaf")


def test_a_moved_row_is_found(kept):
    assert found(kept, "UPDATE event SET position = 9 WHERE position = 3") == (3, "row missing")


@pytest.mark.parametrize("position", [1, 2, 3, 4, 5])
def test_a_deleted_row_is_found_at_its_place(kept, position):
    assert found(kept, f"DELETE FROM event WHERE position = {position}") == (
        position,
        "row missing",
    )


def test_rows_that_changed_places_are_found(kept):
    swap = [
        "UPDATE event SET position = 9 WHERE position = 2",
        "UPDATE event SET position = 2 WHERE position = 3",
        "UPDATE event SET position = 3 WHERE position = 9",
    ]
    assert found(kept, *swap) == (2, "leaf")


def test_a_row_put_after_the_head_is_found(kept):
    columns = ", ".join(Row._fields)
    more = ", ".join(["6", "'d'", *Row._fields[2:]])
    added = f"INSERT INTO event ({columns}) SELECT {more} FROM event WHERE position = 5"
    assert found(kept, added) == (6, "row after the head")


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        (f"UPDATE event SET {NO_END} WHERE position = 3", (3, "commit missing")),
        (f"UPDATE event SET {NO_END} WHERE position = 5", (4, "commit missing")),
        (f"UPDATE event SET {NO_END} WHERE position = 2", (1, "commit missing")),
        ("UPDATE event SET first = 1 WHERE position = 3", (3, "commit missing")),
        ("UPDATE event SET root = (SELECT root FROM event WHERE position = 2) WHERE position = 3", (3, "root")),
        ("UPDATE event SET tags = (SELECT tags FROM event WHERE position = 2) WHERE position = 3", (3, "tags")),
        ("UPDATE head SET root = (SELECT root FROM event WHERE position = 2)", (5, "head")),
        ("UPDATE head SET recorded_at = '2024'", (5, "head")),
        ("UPDATE head SET position = 4", (4, "head")),
        ("UPDATE head SET position = 6", (6, "row missing")),
        ("UPDATE head SET frontier = (SELECT root FROM event WHERE position = 2)", (5, "head")),
        ("DELETE FROM tag WHERE stream = 'b'", (3, "tags")),
        ("UPDATE tag SET stream = 'c' WHERE stream = 'b'", (3, "tags")),
        ("UPDATE tag SET position = 4 WHERE stream = 'b'", (3, "tags")),
        ("INSERT INTO tag VALUES ('t', 3, 'c', 5)", (5, "tags")),
        ("INSERT INTO tag VALUES ('t', 3, 'c', 4)", (4, "tags")),
        ("INSERT INTO tag VALUES ('t', 3, 'c', 9)", (6, "row after the head")),
        ("UPDATE event SET texts = replace(texts, 'body', 'another') WHERE position = 3", (3, "text")),
        ("UPDATE event SET texts = '[\"no list' WHERE position = 3", (3, "text")),
        ("UPDATE event SET texts = (SELECT texts FROM event WHERE position = 3) WHERE position = 2", (2, "text")),
        ("UPDATE event SET texts = replace(texts, '\"body\"', 'null') WHERE position = 3", (3, "text")),
    ],
)  # fmt: skip
def test_what_stands_beside_the_rows_is_checked_too(kept, statement, where):
    assert found(kept, statement) == where


def test_a_guard_that_is_missing_is_found(kept):
    tamper(kept)
    checked = kept.verify()
    assert (checked.ok, checked.first_bad) == (False, 0)
    assert "event_in_order" in checked.reason


def test_verification_tells_how_far_it_is(kept):
    told = []
    kept.verify(lambda done, total: told.append((done, total)))
    assert told == [(5, 5)]


def test_what_is_trusted_is_told_with_its_root(kept):
    third = kept.head_at(3).root
    tamper(kept, "UPDATE event SET actor = 'another' WHERE position = 4", guards=True)
    checked = kept.verify()
    assert (checked.positions, checked.trusted, checked.root, checked.first_bad) == (3, 3, third, 4)


def test_what_is_appended_meanwhile_is_no_fault(kept):
    later = iter([a_commit(("d", 1), tags=[("t", "d")])])
    root = kept.head().root
    assert kept.verify(lambda *_: kept.append(next(later))) == (True, 5, root, None, "")
    assert kept.verify()[:2] == (True, 6)


def forge(ledger, position, column, value):
    """Change a column of a row and make every hash fit it again, as somebody can who knows how they are made."""
    rows = [row for batch in ledger.read() for row in batch]
    frontier = []
    with ledger.transaction() as connection:
        ledger.database.unguard(connection)
        for row in rows:
            forged = row._replace(**{column: value}) if row.position == position else row
            leaf = row_leaf(forged)
            grow(frontier, row.position - 1, leaf)
            told = {"value": getattr(forged, column), "leaf": leaf, "at": row.position}
            set_row = f"UPDATE event SET {column} = :value, leaf = :leaf WHERE position = :at"
            connection.execute(sa.text(set_row), told)
            set_root = "UPDATE event SET root = :root WHERE position = :at AND root IS NOT NULL"
            connection.execute(sa.text(set_root), {"root": root_hash(frontier), "at": row.position})
        head = {"root": root_hash(frontier), "frontier": pack(frontier)}
        connection.execute(sa.text("UPDATE head SET root = :root, frontier = :frontier"), head)
        ledger.database.guard(connection)


@pytest.mark.parametrize(
    ("position", "column", "value", "where"),
    [
        (3, "version", 7, (3, "version")),
        (3, "version", 0, (3, "version")),
        (5, "version", 2, (5, "version")),
        (5, "version", 0, (None, "")),
        (3, "recorded_at", "2020-01-01T00:00:00.000000+00:00", (3, "recorded_at")),
        (4, "command_id", "another", (5, "commit")),
    ],
)
def test_what_no_append_would_have_kept_is_found_though_every_hash_fits(
    kept, position, column, value, where
):
    forge(kept, position, column, value)
    checked = kept.verify()
    assert (checked.first_bad, checked.reason) == where


@pytest.mark.parametrize(
    ("statement", "position"), [("DELETE FROM head", 1), ("DROP TABLE topic", 6)]
)
def test_what_cannot_be_read_is_found_behind_the_last_that_could(kept, statement, position):
    tamper(kept, statement)
    checked = kept.verify()
    assert (checked.ok, checked.first_bad, checked.reason) == (False, position, "unreadable")
    assert checked.positions == position - 1
