"""What can be asked of the log."""

from typing import NamedTuple

import pytest

from ledger.entry import Row
from ledger.errors import PositionNotFoundError
from ledger.ledger import Ledger
from ledger.tree import EMPTY_ROOT
from tests.support.entries import a_commit


class Slim(NamedTuple):
    position: int
    state: bytes


@pytest.fixture
def filled(ledger):
    """Positions 1–2, 3, 4–6, one second after another."""
    ledger.append(a_commit(("a", 1), ("b", 1)))
    ledger.append(a_commit(("a", 2), envelope={"topic": "thing-undone"}))
    ledger.append(a_commit(("b", 2), ("c", 1), ("a", 3)))
    return ledger


def positions(batches):
    return [[row.position for row in batch] for batch in batches]


def test_an_empty_log_has_the_empty_root(ledger):
    assert ledger.head() == (0, EMPTY_ROOT, "", False)
    assert list(ledger.read()) == []
    assert ledger.position_at("2030-01-01T00:00:00Z") == ledger.commit_end(0) == 0
    assert ledger.verify().ok


def test_a_stream_is_read_in_order_and_up_to_a_position(filled):
    assert [row.version for row in filled.stream("a")] == [1, 2, 3]
    assert [row.version for row in filled.stream("a", upto=5)] == [1, 2]
    assert filled.stream("nothing") == []
    assert isinstance(filled.stream("a")[0], Row)


def test_the_log_is_read_in_batches_between_two_positions(filled):
    assert positions(filled.read(batch=4)) == [[1, 2, 3, 4], [5, 6]]
    assert positions(filled.read(after=1, upto=4, batch=3)) == [[2, 3, 4]]
    assert positions(filled.read(topics=["thing-undone", "none"])) == [[3]]


def test_a_scan_reads_only_the_columns_asked_for(filled):
    assert list(filled.scan(Slim, after=4)) == [[Slim(5, b'{"n":1}'), Slim(6, b'{"n":1}')]]
    assert positions(filled.scan(Slim, batch=2, topics=["thing-done"])) == [[1, 2], [4, 5], [6]]


def test_a_scan_of_one_topic_is_that_of_several_with_one_in_them(filled):
    one, several = (
        list(filled.scan(Slim, 1, 5, 2, topics))
        for topics in (["thing-done"], ["thing-done", "no"])
    )
    assert one == several
    assert positions(one) == [[2, 4], [5]]


def test_rows_at_some_positions_come_in_order(filled):
    assert [row.position for row in filled.at(Slim, [5, 2, 9])] == [2, 5]
    assert filled.at(Slim, []) == []


def test_a_scan_of_what_is_not_a_column_is_refused(filled):
    class Hostile(NamedTuple):
        sqlite_version: str

    with pytest.raises(ValueError, match="Hostile"):
        list(filled.scan(Hostile))


def test_the_end_of_a_commit_is_found_from_within(filled):
    assert [filled.commit_end(position) for position in range(7)] == [0, 2, 2, 3, 6, 6, 6]
    for outside in (7, -1):
        with pytest.raises(PositionNotFoundError):
            filled.commit_end(outside)


def test_the_head_as_it_was_after_a_commit_is_found_from_within(filled):
    assert filled.head_at(6) == filled.head()
    earlier = filled.head_at(1)
    assert (earlier, earlier.position) == (filled.head_at(2), 2)
    assert earlier.recorded_at == filled.stream("a")[0].recorded_at
    assert earlier.root != filled.head().root
    for outside in (0, -1, 7):
        with pytest.raises(PositionNotFoundError):
            filled.head_at(outside)


@pytest.mark.parametrize(
    ("instant", "position"),
    [
        ("2024-12-01T01:00:00Z", 0),
        ("2024-12-01T01:00:01Z", 2),
        ("2024-12-01T08:00:02.500000+07:00", 3),
        ("2025-01-01T00:00:00Z", 6),
    ],
)
def test_an_instant_is_the_last_position_recorded_by_then(filled, instant, position):
    assert filled.position_at(instant) == position


def test_an_instant_without_an_offset_is_refused(filled):
    with pytest.raises(ValueError, match="offset"):
        filled.position_at("2024-12-01T01:00:01")


def test_an_open_ledger_sees_what_another_one_appends(fresh_url):
    url = fresh_url()
    with Ledger.initialise(url) as one, Ledger.open(url) as two:
        for version in (1, 2, 3):
            one.append(a_commit(("a", version)))
            assert two.head().position == len(two.stream("a")) == version


def test_refusals_are_counted_beside_the_log(ledger):
    for guards in (["b", "a"], ["a", "b"], ["a"]):
        ledger.refuse("person:1", "decide", "case:1", guards, "2024-12-01")
    assert ledger.refusals() == [
        ("2024-12-01", "person:1", "decide", "case:1", ("a",), 1),
        ("2024-12-01", "person:1", "decide", "case:1", ("a", "b"), 2),
    ]
    assert ledger.head().position == 0
