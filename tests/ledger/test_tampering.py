"""Verification says no, and where, to every change behind the ledger's back."""

# ruff: noqa: S608 -- statements are put together from this file's own words

import pytest

from ledger.commit import Text
from ledger.entry import Row
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
