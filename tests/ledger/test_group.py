"""Group commit: many threads, few transactions, and nobody pays for another's mistake."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import pytest

from ledger.commit import Commit, Receipt
from ledger.errors import (
    CommandReusedError,
    DatabaseLockedError,
    InvalidCommitError,
    LedgerClosedError,
    VersionConflictError,
)
from ledger.group import GroupWriter
from ledger.ledger import Ledger
from tests.support.entries import a_commit


@pytest.fixture
def writer(ledger):
    with GroupWriter(ledger) as group:
        yield group


def test_a_commit_is_readable_once_append_returns(ledger, writer):
    receipt = writer.append(a_commit(("a", 1), command_id="c"))
    assert receipt[:2] == (1, 1)
    assert ledger.command("c") == receipt._replace(repeated=True)


def test_many_threads_append_without_losing_any(ledger, writer):
    def write(number):
        return [writer.append(a_commit((f"s{number}", v))).last for v in range(1, 11)]

    with ThreadPoolExecutor(16) as pool:
        positions = sorted(chain.from_iterable(pool.map(write, range(16))))
    assert positions == list(range(1, 161))
    assert ledger.verify()[:2] == (True, 160)


def together(ledger, writer, calls):
    """Run calls while the head is locked, so that all but the first meet in one batch; outcomes in order."""
    with ThreadPoolExecutor(len(calls) + 1) as pool:
        with ledger.locked():
            pool.submit(writer.append, a_commit(("z", 1)))
            wait_until(writer._waiting.empty)
            futures = []
            for call in calls:
                futures.append(pool.submit(call))
                wait_until(lambda: writer._waiting.qsize() == len(futures))
        return [future.exception() or future.result() for future in futures]


def wait_until(true):
    time.sleep(0.005)
    while not true():
        time.sleep(0.001)


def test_a_failing_commit_does_not_hurt_the_others_of_its_batch(ledger, writer):
    def fail_after_writing(writing, _):
        writing.connection.exec_driver_sql("INSERT INTO meta (name, value) VALUES ('a', 'b')")
        raise ZeroDivisionError

    def fail_in_sql(writing, _):
        writing.connection.exec_driver_sql("SELECT nonsense")

    told = together(
        ledger,
        writer,
        [
            lambda: writer.append(a_commit(("a", 1), command_id="first")),
            lambda: writer.append(a_commit(("a", 5))),
            lambda: writer.append(a_commit(("b", 1)), fail_after_writing),
            lambda: writer.append(a_commit(("b", 1)), fail_in_sql),
            lambda: writer.append(a_commit(("x", 1), command_id="first", command_digest="other")),
            lambda: writer.append(a_commit(("a", 1), command_id="first")),
            lambda: writer.append(a_commit(("b", 1))),
        ],
    )
    assert [told[0][:2], told[6][:2]] == [(2, 2), (3, 3)]
    assert [type(told[i]) for i in (1, 2, 4)] == [
        VersionConflictError,
        ZeroDivisionError,
        CommandReusedError,
    ]
    assert isinstance(told[3], Exception)
    assert told[5] == told[0]._replace(repeated=True)
    assert ledger.verify()[:2] == (True, 3)
    with ledger.connection() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM meta").scalar() == 2


def test_commits_of_one_batch_see_one_another(ledger, writer):
    told = together(
        ledger,
        writer,
        [
            lambda: writer.append(a_commit(("a", 1), tags=[("t", "a")])),
            lambda: writer.append(a_commit(("b", 1), expected={"a": -1})),
            lambda: writer.append(a_commit(("b", 1), expected_tags={"t": 0})),
            lambda: writer.append(a_commit(("a", 2), expected={"a": 1}, expected_tags={"t": 1})),
        ],
    )
    assert [isinstance(one, Exception) for one in told] == [False, True, True, False]


def test_a_batch_that_cannot_be_stored_fails_for_all_of_it(fresh_url):
    url = fresh_url()
    with (
        Ledger.initialise(url) as other,
        Ledger.open(url, timeout=0.1) as ledger,
        GroupWriter(ledger) as writer,
    ):
        with other.locked(), pytest.raises(DatabaseLockedError):
            writer.append(a_commit(("a", 1)))
        assert writer.append(a_commit(("a", 1))).last == 1


def test_commands_performed_by_many_threads_never_conflict_on_streams_of_their_own(ledger, writer):
    def perform(stream):
        def work():
            version = ledger.versions([stream])[stream]
            return a_commit((stream, max(version, 0) + 1)), None

        return [writer.perform(work).last for _ in range(10)]

    with ThreadPoolExecutor(16) as pool:
        positions = sorted(chain.from_iterable(pool.map(perform, map(str, range(16)))))
    assert positions == list(range(1, 161))


def test_work_that_fails_is_told_to_its_thread_and_hurts_nobody(ledger, writer):
    def refuse():
        raise ZeroDivisionError

    told = together(
        ledger,
        writer,
        [
            lambda: writer.perform(refuse),
            lambda: writer.perform(lambda: (a_commit(("a", 1)), None)),
            lambda: writer.perform(lambda: (Commit("c", "d"), None)),
            lambda: writer.perform(lambda: (a_commit(("a", 1)), None)),
        ],
    )
    assert [type(one) for one in told] == [
        ZeroDivisionError,
        Receipt,
        InvalidCommitError,
        VersionConflictError,
    ]
    assert len(ledger.stream("a")) == 1


def test_a_closed_writer_takes_nothing(ledger):
    writer = GroupWriter(ledger)
    writer.close()
    with pytest.raises(LedgerClosedError):
        writer.append(a_commit(("a", 1)))
