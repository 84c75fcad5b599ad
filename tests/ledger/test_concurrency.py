"""Many at once: exactly one wins, none is lost, none is counted twice."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import psycopg
import pytest
from eventsourcing.persistence import IntegrityError, Tracking

from ledger.errors import DatabaseUnreachableError, LedgerClosedError, VersionConflictError
from ledger.ledger import Ledger
from ledger.library.tracking import LedgerTrackingRecorder
from tests.support.entries import a_commit


def outcomes(ledgers, versions):
    """What became of one append of each version by each ledger, all threads at once."""
    start = threading.Barrier(len(ledgers))

    def write(ledger):
        start.wait()
        return [attempt(ledger, version) for version in versions]

    with ThreadPoolExecutor(len(ledgers)) as pool:
        return list(pool.map(write, ledgers))


def attempt(ledger, version):
    try:
        ledger.append(a_commit(("a", version), expected={"a": version - 1 or -1}))
    except VersionConflictError:
        return "lost"
    return "won"


def test_exactly_one_thread_wins_each_version(ledger):
    told = outcomes([ledger] * 4, range(1, 21))
    assert [[one[i] for one in told].count("won") for i in range(20)] == [1] * 20
    assert [row.version for row in ledger.stream("a")] == list(range(1, 21))
    assert ledger.verify().ok


def test_exactly_one_of_several_open_ledgers_wins_each_version(fresh_url):
    url = fresh_url()
    ledgers = [Ledger.initialise(url), *(Ledger.open(url) for _ in range(3))]
    told = outcomes(ledgers, range(1, 21))
    assert [[one[i] for one in told].count("won") for i in range(20)] == [1] * 20
    assert ledgers[0].verify().positions == 20
    for each in ledgers:
        each.close()


def test_the_same_command_from_many_threads_is_done_once(ledger):
    commit = a_commit(("a", 1), command_id="c")
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(ledger.append, [commit] * 16))
    assert sorted(receipt.repeated for receipt in receipts) == [False] + [True] * 15
    assert {receipt[:4] for receipt in receipts} == {receipts[0][:4]}


def test_readers_in_many_threads_see_whole_commits_only(ledger):
    stop = threading.Event()

    def read():
        seen = set()
        while not stop.is_set():
            seen.add(len(ledger.stream("a")) % 3)
        return seen

    with ThreadPoolExecutor(4) as pool:
        readings = [pool.submit(read) for _ in range(3)]
        for version in range(1, 90, 3):
            ledger.append(a_commit(("a", version), ("a", version + 1), ("a", version + 2)))
        stop.set()
    assert [reading.result() for reading in readings] == [{0}] * 3


def test_each_position_is_tracked_once_by_competing_projections(ledger):
    tracking = LedgerTrackingRecorder(ledger)

    def work(_):
        won = 0
        for position in range(1, 31):
            try:
                tracking.insert_tracking(Tracking("view", position))
            except IntegrityError:
                continue
            won += 1
        return won

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(work, range(4))) == 30
    assert tracking.max_tracking_id("view") == 30


def test_rows_and_position_of_a_projection_are_kept_or_undone_together(ledger):
    tracking = LedgerTrackingRecorder(ledger)
    with suppress(ZeroDivisionError), ledger.transaction() as connection:
        tracking.track(connection, Tracking("view", 1))
        raise ZeroDivisionError
    assert tracking.max_tracking_id("view") is None


def test_a_transaction_within_an_append_is_told_not_waited_for(sqlite_url):
    with Ledger.initialise(sqlite_url()) as ledger:

        def nested(*_):
            with ledger.transaction():
                pass

        with pytest.raises(RuntimeError, match="under way"):
            ledger.append(a_commit(("a", 1)), nested)
        assert ledger.append(a_commit(("a", 1))).last == 1


def test_a_closed_ledger_says_so(fresh_url):
    ledger = Ledger.initialise(fresh_url())
    ledger.head()
    ledger.close()
    ledger.close()
    with pytest.raises(LedgerClosedError):
        ledger.head()
    with pytest.raises(LedgerClosedError):
        ledger.append(a_commit(("a", 1)))


def end_connections(url):
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_connections_that_the_server_closed_are_replaced(postgres_url):
    url = postgres_url()
    with Ledger.initialise(url) as ledger:
        ledger.append(a_commit(("a", 1)))
        assert len(ledger.stream("a")) == 1
        end_connections(url)
        assert len(ledger.stream("a")) == 1
        end_connections(url)
        assert ledger.append(a_commit(("a", 2))).last == 2
        end_connections(url)
        with ledger.transaction() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM event").scalar() == 2


def test_a_connection_lost_in_the_middle_of_an_append_is_told_and_the_next_append_works(
    postgres_url,
):
    url = postgres_url()
    with Ledger.initialise(url) as ledger:
        with pytest.raises(DatabaseUnreachableError):
            ledger.append(a_commit(("a", 1), command_id="c"), lambda *_: end_connections(url))
        assert ledger.append(a_commit(("a", 1), command_id="c")).repeated is False
        assert ledger.verify().positions == 1
