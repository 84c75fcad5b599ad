"""A database that is not a log of ours, or cannot be had, is told apart and left as it is."""

from pathlib import Path

import psycopg
import pysqlite3.dbapi2 as sqlite
import pytest
import sqlalchemy as sa

from ledger.errors import (
    AlreadyInitialisedError,
    DatabaseLockedError,
    DatabaseUnreachableError,
    NewerDatabaseError,
    NotInitialisedError,
    NotOurDatabaseError,
    UnsafeSqliteError,
    UnsupportedDatabaseError,
)
from ledger.ledger import Ledger
from tests.support.entries import a_commit
from tests.support.tampering import tamper

LETTER = "Kính gửi".encode() * 1000


def execute(url, statement):
    if url.startswith("sqlite"):
        connection = sqlite.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        connection.execute(statement)
        connection.close()
    else:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement)


def test_a_log_is_found_as_it_was_left(fresh_url):
    url = fresh_url()
    with Ledger.initialise(url, simulated=True) as ledger:
        ledger.append(a_commit(("a", 1)))
        head = ledger.head()
    with Ledger.open(url) as ledger:
        assert (ledger.head(), ledger.verify().ok) == (head, True)
        assert ledger.append(a_commit(("a", 2))).first == 2


def test_a_log_is_not_initialised_twice(fresh_url):
    url = fresh_url()
    with Ledger.initialise(url) as ledger:
        ledger.append(a_commit(("a", 1)))
        with pytest.raises(AlreadyInitialisedError) as refused:
            Ledger.initialise(url)
        assert refused.value.code == "database-already-initialised"
        assert ledger.head().position == 1


def test_an_empty_database_is_not_initialised(fresh_url):
    url = fresh_url()
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).touch()
    with pytest.raises(NotInitialisedError) as refused:
        Ledger.open(url)
    assert refused.value.code == "database-not-initialised"


@pytest.mark.parametrize("opening", [Ledger.open, Ledger.initialise])
def test_a_database_of_somebody_else_is_refused_and_left_alone(fresh_url, opening):
    url = fresh_url()
    execute(url, "CREATE TABLE theirs (a INTEGER)")
    with pytest.raises(NotOurDatabaseError) as refused:
        opening(url)
    assert refused.value.code == "database-not-ours"
    engine = sa.create_engine(url, module=sqlite) if "sqlite" in url else sa.create_engine(url)
    assert sa.inspect(engine).get_table_names() == ["theirs"]
    engine.dispose()


def test_a_database_that_only_looks_like_ours_is_refused(fresh_url):
    url = fresh_url()
    with Ledger.initialise(url) as ledger:
        tamper(ledger, "UPDATE meta SET value = 'another' WHERE name = 'application'")
    with pytest.raises(NotOurDatabaseError):
        Ledger.open(url)


def test_tables_of_other_shape_are_refused(fresh_url):
    url = fresh_url()
    for table in ("meta", "head", "event"):
        execute(url, f"CREATE TABLE {table} (a INTEGER)")
    with pytest.raises(NotOurDatabaseError):
        Ledger.open(url)


@pytest.mark.parametrize("opening", [Ledger.open, Ledger.initialise])
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, opening):
    file = tmp_path / "letter.docx"
    file.write_bytes(LETTER)
    with pytest.raises(NotOurDatabaseError):
        opening(f"sqlite:///{file}")
    assert file.read_bytes() == LETTER
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


def test_opening_leaves_the_journal_of_another_database_as_it_was(tmp_path):
    url = f"sqlite:///{tmp_path}/theirs.db"
    execute(url, "CREATE TABLE theirs (a INTEGER)")
    before = (tmp_path / "theirs.db").read_bytes()
    with pytest.raises(NotOurDatabaseError):
        Ledger.open(url)
    assert (tmp_path / "theirs.db").read_bytes() == before


@pytest.mark.parametrize("opening", [Ledger.open, Ledger.initialise])
def test_a_database_of_a_newer_version_is_refused(fresh_url, opening):
    url = fresh_url()
    with Ledger.initialise(url) as ledger:
        tamper(ledger, "UPDATE meta SET value = '3' WHERE name = 'schema'", guards=True)
    with pytest.raises(NewerDatabaseError) as refused:
        opening(url)
    assert refused.value.code == "database-newer"
    assert (refused.value.values["found"], refused.value.values["known"]) == ("3", 2)


def test_a_missing_file_holds_no_log_and_is_not_created(tmp_path):
    with pytest.raises(NotInitialisedError) as refused:
        Ledger.open(f"sqlite:///{tmp_path}/none.db")
    assert refused.value.code == "database-not-initialised"
    with pytest.raises(DatabaseUnreachableError):
        Ledger.initialise(f"sqlite:///{tmp_path}/no-folder/none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_does_not_answer_is_unreachable(tmp_path):
    url = f"postgresql://somebody:secret@/nothing?host={tmp_path}"
    for opening in (Ledger.open, Ledger.initialise):
        with pytest.raises(DatabaseUnreachableError) as refused:
            opening(url)
        assert "secret" not in str(refused.value)


def test_a_database_that_the_server_does_not_have_is_unreachable(postgres_url):
    with pytest.raises(DatabaseUnreachableError):
        Ledger.open(postgres_url().replace("/postgres?", "/nothing?"))


def test_a_lock_kept_too_long_is_told_and_nothing_changed(fresh_url):
    url = fresh_url()
    with (
        Ledger.initialise(url) as other,
        Ledger.open(url, timeout=0.1) as ledger,
        other.locked(),
    ):
        with pytest.raises(DatabaseLockedError) as refused:
            ledger.append(a_commit(("a", 1)))
        assert refused.value.code == "database-locked"
        assert ledger.head().position == 0
    with Ledger.open(url) as ledger:
        assert ledger.append(a_commit(("a", 1))).last == 1


def test_opening_a_file_that_is_locked_as_a_whole_is_told(sqlite_url):
    url = sqlite_url()
    Ledger.initialise(url).close()
    holder = sqlite.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseLockedError):
        Ledger.open(url, timeout=0.1)
    holder.close()


@pytest.mark.parametrize("url", ["mysql://a/b", "sqlite://", "sqlite:///:memory:", "nonsense", ""])
def test_other_databases_are_not_supported(url):
    for opening in (Ledger.open, Ledger.initialise):
        with pytest.raises(UnsupportedDatabaseError):
            opening(url)


def test_a_sqlite_with_the_wal_fault_is_refused(sqlite_url, monkeypatch):
    url = sqlite_url()
    Ledger.initialise(url).close()
    monkeypatch.setattr(sqlite, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(UnsafeSqliteError):
        Ledger.open(url)


def test_sqlite_is_durable_at_each_commit(sqlite_url):
    with Ledger.initialise(sqlite_url()) as ledger, ledger.connection() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        ]
    assert settings == ["wal", 2, 1, 1]
