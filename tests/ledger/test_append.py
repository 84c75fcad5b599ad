"""What an append checks and keeps."""

import json

# ruff: noqa: S608 -- statements are put together from this file's own words
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ledger.commit import Text
from ledger.entry import Row
from ledger.errors import (
    CommandReusedError,
    IncompleteEntryError,
    InvalidCommitError,
    TagConflictError,
    TextNotFoundError,
    VersionConflictError,
)
from ledger.leaf import row_leaf
from ledger.ledger import Ledger
from tests.support.entries import a_commit


def test_a_row_is_kept_with_every_column(ledger):
    receipt = ledger.append(a_commit(("a", 1), command_id="c"))
    stored = Row(
        1, "a", 1, "thing-done", b'{"n":1}', "2024-12-01T01:00:01.000000+00:00", "2024-12-01",
        "person:1", "person:2", "unit/committee", "person:2@3", "0" * 64, "c", b"",
    )  # fmt: skip
    assert ledger.stream("a") == [stored._replace(leaf=row_leaf(stored))]
    assert receipt == (1, 1, stored.recorded_at, ledger.head().root, False)


@pytest.mark.parametrize("first", [0, 1])
def test_a_stream_starts_at_zero_or_one_and_goes_up_by_one(ledger, first):
    ledger.append(a_commit(("a", first), ("a", first + 1)))
    ledger.append(a_commit(("a", first + 2)))
    assert ledger.versions(["a", "b"]) == {"a": first + 2, "b": -1}


@pytest.mark.parametrize(
    ("versions", "expected", "actual"),
    [
        ([2], 1, -1),
        ([-1], -2, -1),
        ([1, 3], 2, 1),
        ([1, 1], 0, 1),
        ([0, 2], 1, 0),
        ([1, 2, 2], 1, 2),
    ],
)
def test_a_gap_or_a_repetition_of_versions_is_refused(ledger, versions, expected, actual):
    with pytest.raises(VersionConflictError) as refused:
        ledger.append(a_commit(*[("a", version) for version in versions]))
    assert refused.value.values == {"stream": "a", "expected": expected, "actual": actual}
    assert ledger.head().position == 0


@pytest.mark.parametrize(
    ("relied_on", "actual"), [({"b": 0}, 1), ({"b": 2}, 1), ({"b": -1}, 1), ({"x": 1}, -1)]
)
def test_a_commit_is_refused_when_a_stream_it_relied_on_has_moved(ledger, relied_on, actual):
    ledger.append(a_commit(("b", 1)))
    with pytest.raises(VersionConflictError) as refused:
        ledger.append(a_commit(("a", 1), expected=relied_on))
    [(stream, expected)] = relied_on.items()
    assert refused.value.values == {"stream": stream, "expected": expected, "actual": actual}
    assert ledger.stream("a") == []


def test_a_commit_is_taken_when_what_it_relied_on_is_as_it_was(ledger):
    ledger.append(a_commit(("b", 1)))
    receipt = ledger.append(a_commit(("a", 1), expected={"b": 1, "x": -1, "a": -1}))
    assert receipt.last == 2


def test_the_same_command_again_gives_the_first_receipt_and_changes_nothing(ledger):
    seen = []
    first = ledger.append(
        a_commit(("a", 1), ("a", 2), command_id="c"), lambda _, rows: seen.append(rows)
    )
    ledger.append(a_commit(("b", 1)))
    again = ledger.append(
        a_commit(("a", 1), ("a", 2), command_id="c"), lambda _, rows: seen.append(rows)
    )
    assert again == first._replace(repeated=True)
    assert ledger.command("c") == ledger.repeated("c", "digest") == again
    assert (ledger.head().position, len(seen)) == (3, 1)


def test_the_same_command_id_with_other_content_is_refused(ledger):
    ledger.append(a_commit(("a", 1), command_id="c", command_digest="one"))
    with pytest.raises(CommandReusedError) as refused:
        ledger.append(a_commit(("a", 2), command_id="c", command_digest="two"))
    assert refused.value.values == {"command_id": "c"}
    with pytest.raises(CommandReusedError):
        ledger.repeated("c", "two")
    assert ledger.head().position == 1


def test_the_same_command_twice_in_a_group_is_kept_once_and_told_as_repeated(ledger):
    one, other = a_commit(("a", 1), command_id="c"), a_commit(("b", 1))
    first, again, last = ledger.append_together([(each, None) for each in (one, one, other)])
    assert (first.repeated, again, last.last) == (False, first._replace(repeated=True), 2)
    changed = a_commit(("a", 2), command_id="d", command_digest="one")
    reused = a_commit(("a", 3), command_id="d", command_digest="two")
    _, refused = ledger.append_together([(changed, None), (reused, None)])
    assert isinstance(refused, CommandReusedError)
    assert ledger.head().position == 3


def test_a_refused_command_id_may_be_tried_again(ledger):
    with pytest.raises(VersionConflictError):
        ledger.append(a_commit(("a", 5), command_id="c", command_digest="one"))
    assert ledger.command("c") is None
    assert ledger.append(a_commit(("a", 1), command_id="c", command_digest="two")).repeated is False


def test_positions_have_no_gap_after_refusals_and_failures(ledger):
    ledger.append(a_commit(("a", 1)))
    with pytest.raises(VersionConflictError):
        ledger.append(a_commit(("a", 1)))
    with pytest.raises(ZeroDivisionError):
        ledger.append(a_commit(("a", 2)), lambda *_: 1 / 0)
    ledger.append(a_commit(("a", 2)))
    assert [row.position for row in ledger.stream("a")] == [1, 2]
    assert ledger.head().position == 2
    assert ledger.verify().ok


def test_what_then_writes_is_kept_or_undone_with_the_commit(ledger):
    with ledger.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE seen (position BIGINT)")

    def write(writing, rows):
        for row in rows:
            writing.connection.exec_driver_sql(f"INSERT INTO seen VALUES ({row.position})")

    def write_and_fail(writing, rows):
        write(writing, rows)
        raise ZeroDivisionError

    ledger.append(a_commit(("a", 1), ("a", 2)), write)
    with pytest.raises(ZeroDivisionError):
        ledger.append(a_commit(("a", 3)), write_and_fail)
    with ledger.connection() as connection:
        rows = connection.exec_driver_sql("SELECT position FROM seen ORDER BY 1").all()
    assert rows == [(1,), (2,)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("actor", ""), ("actor", "  "), ("reason", ""), ("reason", " "), ("topic", ""), ("actor", "a\x00"),
        ("organ", "\x00"), ("effective_on", ""), ("effective_on", "2024-02-30"), ("effective_on", "20240101"),
    ],
)  # fmt: skip
def test_a_change_without_actor_reason_or_day_cannot_be_stored(ledger, column, value):
    with pytest.raises(IncompleteEntryError) as refused:
        ledger.append(a_commit(("a", 1), envelope={column: value}))
    assert refused.value.values == {"stream": "a", "field": column}
    assert ledger.head().position == 0


def test_a_commit_needs_events_of_its_own_command(ledger):
    with pytest.raises(InvalidCommitError):
        ledger.append(a_commit())
    with pytest.raises(InvalidCommitError):
        ledger.append(a_commit(("a", 1), envelope={"command_id": "another"}))


def test_tags_list_streams_in_order_and_each_stream_once(ledger):
    ledger.append(a_commit(("b", 1), tags=[("round", "b"), ("round", "b"), ("unit", "b")]))
    ledger.append(a_commit(("a", 1), ("b", 2), tags=[("round", "a"), ("round", "b")]))
    assert ledger.tagged("round") == ["b", "a"]
    assert ledger.tagged("round", known_at=1) == ["b"]
    assert (ledger.tag_count("round"), ledger.tag_count("none")) == (2, 0)
    assert ledger.verify().ok


@pytest.mark.parametrize("count", [0, 2])
def test_a_commit_is_refused_when_a_set_it_relied_on_has_grown(ledger, count):
    ledger.append(a_commit(("a", 1), tags=[("round", "a")]))
    with pytest.raises(TagConflictError) as refused:
        ledger.append(a_commit(("b", 1), expected_tags={"round": count}))
    assert refused.value.values == {"tag": "round", "expected": count, "actual": 1}
    assert ledger.append(a_commit(("b", 1), expected_tags={"round": 1, "new": 0})).last == 2


def committing(*texts):
    """An envelope whose event commits to some texts."""
    return {"state": json.dumps([text.commitment for text in texts]).encode()}


def test_a_text_is_kept_beside_the_log(ledger):
    text = Text.of(b"salt" * 4, "Lý do: đủ hồ sơ")
    ledger.append(a_commit(("a", 1), envelope={"reason": text.commitment}, texts=[text, text]))
    ledger.append(a_commit(("a", 2)))
    assert ledger.texts([1, 2, 99]) == {text.commitment: "Lý do: đủ hồ sơ"}


def test_a_text_is_found_from_every_event_of_its_commit(ledger):
    text = Text.of(b"salt" * 4, "body")
    ledger.append(a_commit(("a", 1), ("b", 1), envelope=committing(text), texts=[text]))
    assert ledger.texts([1]) == ledger.texts([2]) == {text.commitment: "body"}


def test_a_text_that_no_event_commits_to_is_refused(ledger):
    with pytest.raises(InvalidCommitError):
        ledger.append(a_commit(("a", 1), texts=[Text.of(b"salt" * 4, "body")]))


def test_a_text_that_is_not_the_one_committed_to_is_refused(ledger):
    with pytest.raises(InvalidCommitError):
        ledger.append(a_commit(("a", 1), texts=[Text("0" * 64, b"salt", "body")]))


def test_erasing_a_text_forgets_it_and_keeps_every_proof(ledger):
    one, two = Text.of(b"1" * 16, "one"), Text.of(b"2" * 16, "two")
    ledger.append(a_commit(("a", 1), envelope=committing(one, two), texts=[one, two]))
    root = ledger.head().root
    ledger.erase(1, one.commitment)
    ledger.erase(1, one.commitment)
    assert ledger.texts([1]) == {
        one.commitment: None,
        two.commitment: "two",
    }
    assert ledger.verify()[:3] == (True, 1, root)


def test_an_erasure_can_be_part_of_the_commit_that_says_who_asked_for_it(ledger):
    text = Text.of(b"1" * 16, "one")
    ledger.append(a_commit(("a", 1), envelope=committing(text), texts=[text]))
    with pytest.raises(VersionConflictError):
        ledger.append(a_commit(("a", 9), erase=[(1, text.commitment)]))
    assert ledger.texts([1]) == {text.commitment: "one"}
    ledger.append(a_commit(("a", 2), erase=[(1, text.commitment)]))
    assert ledger.texts([1]) == {text.commitment: None}


def test_a_text_that_is_not_there_cannot_be_erased(ledger):
    with pytest.raises(TextNotFoundError) as refused:
        ledger.erase(1, "0" * 64)
    assert refused.value.values == {"commitment": "0" * 64}


def test_an_erased_text_is_not_in_the_files_of_sqlite(sqlite_url):
    url = sqlite_url()
    files = [Path(url.removeprefix("sqlite:///") + end) for end in ("", "-wal")]
    text = Text.of(b"1" * 16, "A sentence nobody else would write")
    with Ledger.initialise(url) as ledger:
        ledger.append(a_commit(("a", 1), envelope=committing(text), texts=[text]))
        ledger.erase(1, text.commitment)
        kept = b"".join(file.read_bytes() for file in files)
    assert text.body.encode() not in kept
    assert text.commitment.encode() in kept


def test_recorded_at_never_goes_back(ledger, clock):
    first = ledger.append(a_commit(("a", 1))).recorded_at
    clock.now -= timedelta(days=1)
    assert ledger.append(a_commit(("a", 2))).recorded_at == first
    clock.now += timedelta(days=2)
    assert ledger.append(a_commit(("a", 3))).recorded_at > first
    assert ledger.verify().ok


def test_a_simulated_log_takes_its_recorded_at_from_the_commit(fresh_url, clock):
    with Ledger.initialise(fresh_url(), simulated=True, clock=clock) as ledger:
        told = ledger.append(a_commit(("a", 1), recorded_at="2023-05-01T09:00:00+07:00"))
        earlier = ledger.append(a_commit(("a", 2), recorded_at="2023-04-01T09:00:00+07:00"))
        untold = ledger.append(a_commit(("a", 3)))
        assert ledger.head().simulated
    assert told.recorded_at == earlier.recorded_at == "2023-05-01T02:00:00.000000+00:00"
    assert untold.recorded_at == clock.now.isoformat(timespec="microseconds")


def test_every_commit_of_a_group_takes_its_recorded_at_in_a_simulated_log(fresh_url):
    days = ["2023-05-01T02:00:00.000000+00:00", "2023-05-02T02:00:00.000000+00:00"]
    with Ledger.initialise(fresh_url(), simulated=True) as ledger:
        commits = [a_commit((name, 1), recorded_at=on) for name, on in zip("ab", days, strict=True)]
        told = ledger.append_together([(commit, None) for commit in commits])
    assert [each.recorded_at for each in told] == days


def test_a_real_log_never_takes_its_recorded_at_from_the_commit(ledger, clock):
    receipt = ledger.append(a_commit(("a", 1), recorded_at="2023-05-01T09:00:00+07:00"))
    assert receipt.recorded_at == clock.now.isoformat(timespec="microseconds")
    assert not ledger.head().simulated


def test_a_clock_without_an_offset_is_refused(fresh_url):
    clock = lambda: datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # noqa: E731 -- short
    with (
        Ledger.initialise(fresh_url(), clock=clock) as ledger,
        pytest.raises(ValueError, match="offset"),
    ):
        ledger.append(a_commit(("a", 1)))
