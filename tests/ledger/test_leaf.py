"""A leaf covers every column, and no two rows share an encoding."""

from hashlib import sha256

import pytest

from ledger.entry import Row
from ledger.leaf import row_leaf, tags_digest

ROW = Row(1, "a", 1, "t", b"{}", "now", "day", "p", "q", "o", "m", "r", "c", b"")


def test_a_leaf_is_the_hash_of_lengths_and_columns():
    columns = [b"1", b"a", b"1", b"t", b"{}", b"now", b"day", b"p", b"q", b"o", b"m", b"r", b"c"]
    lengths = b"".join(len(column).to_bytes(4, "big") for column in columns)
    assert row_leaf(ROW) == sha256(b"\x00" + lengths + b"".join(columns)).digest()


@pytest.mark.parametrize("column", Row._fields[:-1])
def test_each_column_changes_the_leaf(column):
    old = getattr(ROW, column)
    new = old + 1 if isinstance(old, int) else old + old[:1]
    assert row_leaf(ROW._replace(**{column: new})) != row_leaf(ROW)


def test_what_moves_from_one_column_to_the_next_changes_the_leaf():
    assert row_leaf(ROW._replace(actor="pq", signed_by="")) != row_leaf(ROW)


def test_tags_have_a_digest_only_where_there_are_tags():
    assert tags_digest([]) == b""
    assert tags_digest([("x", 1, "ab")]) != tags_digest([("x", 1, "a")])
    assert tags_digest([("x1", 1, "a")]) != tags_digest([("x", 11, "a")])
