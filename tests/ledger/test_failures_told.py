"""What the machine does to a log is told as what it is, and nothing acknowledged is lost."""

import shutil
from pathlib import Path

import psycopg
import pytest

from ledger.errors import (
    DatabaseDamagedError,
    DatabaseFullError,
    DatabaseReadOnlyError,
    LedgerError,
)
from ledger.ledger import Ledger
from tests.ledger.test_opening import execute
from tests.support.entries import a_commit
from tests.support.tampering import tamper


def read_only(url):
    """The same log where it may only be read: by another role, by a connection that refuses to write."""
    if url.startswith("sqlite"):
        return url
    return f"{url}%20-cdefault_transaction_read_only%3Don"


@pytest.fixture
def kept(fresh_url):
    """The URL of a log with one event."""
    url = fresh_url()
    with Ledger.initialise(url) as ledger:
        ledger.append(a_commit(("a", 1)))
    return url


def test_a_log_that_may_only_be_read_here_says_so_and_is_read(postgres_url):
    url = postgres_url()
    Ledger.initialise(url).close()

    with Ledger.open(read_only(url)) as ledger:
        with pytest.raises(DatabaseReadOnlyError) as told:
            ledger.append(a_commit(("a", 1)))
        with pytest.raises(DatabaseReadOnlyError):
            ledger.refuse("an", "decide", "case:1", ["late"], "2024-01-01")
        assert ledger.verify().ok
    assert told.value.code == "database-read-only"


def test_a_role_without_rights_is_told_so(postgres_url):
    url = postgres_url()
    Ledger.initialise(url).close()
    schema = url.partition("search_path%3D")[2]
    execute(url, "DROP ROLE IF EXISTS reader")
    execute(url, "CREATE ROLE reader")
    execute(url, f"GRANT USAGE ON SCHEMA {schema} TO reader")
    execute(url, f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO reader")

    with (
        Ledger.open(f"{url}%20-crole%3Dreader") as ledger,
        pytest.raises(DatabaseReadOnlyError),
    ):
        ledger.append(a_commit(("a", 1)))
    execute(url, "DROP OWNED BY reader")


@pytest.fixture
def small_disk(sqlite_url):
    """A log with room for few more pages; SQLite itself says that its disk is full."""
    url = sqlite_url()
    with Ledger.initialise(url) as ledger:
        ledger.append(a_commit(("a", 1)))
        yield ledger


def test_a_full_disk_is_told_and_what_was_acknowledged_stays(small_disk):
    with small_disk.transaction() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    acknowledged = _filled(small_disk)

    with pytest.raises(DatabaseFullError):
        small_disk.append(a_commit(("a", acknowledged + 1)))
    assert small_disk.head().position == acknowledged > 1
    assert small_disk.verify().ok


def _filled(ledger):
    """The last version that was acknowledged before there was no room."""
    for version in range(2, 5000):
        try:
            ledger.append(a_commit(("a", version)))
        except DatabaseFullError:
            return version - 1
    return 0


def test_a_table_that_is_gone_is_told_as_damage(kept):
    execute(kept, "DROP TABLE tag" if kept.startswith("sqlite") else "DROP TABLE tag CASCADE")

    with Ledger.open(kept) as ledger:
        with pytest.raises(DatabaseDamagedError) as told:
            ledger.tagged("child-of:C")
        found = ledger.verify()
    assert told.value.code == "database-damaged"
    assert not found.ok


def test_a_head_that_is_gone_is_told_as_damage(kept):
    with Ledger.open(kept) as ledger:
        tamper(ledger, "DELETE FROM head WHERE name = 'log'")
        with pytest.raises(DatabaseDamagedError):
            ledger.head()
        assert not ledger.verify().ok


@pytest.mark.parametrize(
    "change",
    ["UPDATE meta SET value = ''", "UPDATE meta SET value = 'two'", "DELETE FROM meta"],
)
def test_a_schema_that_is_no_number_is_told_as_damage(kept, change):
    with Ledger.open(kept) as ledger:
        tamper(ledger, f"{change} WHERE name = 'schema'")

    with pytest.raises(DatabaseDamagedError):
        Ledger.open(kept)


def test_bytes_that_are_no_database_any_more_are_told_with_how_far_they_can_be_trusted(tmp_path):
    path = tmp_path / "log.db"
    with Ledger.initialise(f"sqlite:///{path}") as ledger:
        for version in range(1, 400):
            ledger.append(a_commit(("a", version)))
        ledger.writer.forget()
    whole = path.read_bytes()
    seen = set()
    for at in range(4096, len(whole), 4096):
        copy = Path(shutil.copy(path, tmp_path / "copy.db"))
        with copy.open("r+b") as file:
            file.seek(at)
            file.write(b"\xff" * 4096)
        seen.add(_told_of(f"sqlite:///{copy}"))
    assert "damaged" in seen
    assert seen <= {"damaged", "whole"}


def _told_of(url):
    """Whether a log opens and is whole; anything but an error of ours is no answer."""
    try:
        with Ledger.open(url) as ledger:
            found = ledger.verify()
            assert found.ok or 0 <= found.first_bad <= 400
            return "whole" if found.ok else "damaged"
    except LedgerError:
        return "damaged"


def test_a_server_stopped_in_the_middle_is_told(postgres_url):
    url = postgres_url()
    with Ledger.initialise(url) as ledger:
        ledger.append(a_commit(("a", 1)))
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            )
        assert ledger.append(a_commit(("a", 2))).last == 2
