"""A backup holds all of a log and of what is beside it; it is put back where nothing is, or refused with the reason."""

import os
import signal
import subprocess
import sys

import pysqlite3.dbapi2 as sqlite3
import pytest

from application.commands.opening import initialise
from application.questions import cases as queries
from application.running.bootstrap import open_system
from documents.backups.making import back_up
from documents.backups.restoring import rehearse, restore
from domain.refusal import RefusedError
from ledger import schema
from ledger.beside import accounts as kept
from ledger.errors import NewerDatabaseError, NotOurDatabaseError, OutdatedDatabaseError
from ledger.ledger import Ledger
from tests.architecture.tree import ROOT
from tests.support import small_year
from tests.web.conftest import account_for, played
from web.app import make_app
from web.desk import Desk


@pytest.fixture
def system(sqlite_url, tmp_path):
    """A small year, with somebody's account beside it."""
    found = played(sqlite_url(), tmp_path, [small_year.set_up(), small_year.year()])
    desk = Desk(found)
    make_app(desk)
    account_for(desk, "DB-committee_office", "van thu")
    yield found
    found.close()


@pytest.fixture
def backup(system, tmp_path):
    back_up(system.ledger, tmp_path / "backup")
    return tmp_path / "backup"


def codes(refused):
    return [each.code for each in refused.value.refusals]


def nothing_but(folder, *names):
    return sorted(each.name for each in folder.iterdir()) == sorted(names)


def test_what_is_put_back_is_what_was_there(system, backup, tmp_path):
    place = tmp_path / "elsewhere" / "log.sqlite"
    place.parent.mkdir()
    assert restore(backup, f"sqlite:///{place}") == system.ledger.head().position
    again = open_system(f"sqlite:///{place}")

    assert again.ledger.head() == system.ledger.head()
    assert queries.register(again) == queries.register(system)
    assert queries.cases(again) == queries.cases(system)
    assert kept.listed(again.ledger) == kept.listed(system.ledger)
    again.close()


def test_a_backup_is_one_file_and_nothing_is_left_beside_it(backup, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    restore(backup, f"sqlite:///{folder}/log.sqlite")

    assert nothing_but(folder, "log.sqlite")
    assert not list(tmp_path.glob("backup?*"))
    assert not list(tmp_path.glob(".bontot-*"))


def test_what_is_written_meanwhile_is_in_it_whole_or_not_at_all(system, tmp_path):
    back_up(system.ledger, tmp_path / "one")
    before = system.ledger.head().position
    last = [{"do": "register-person", "by": "quan-tri", "at": "2026-06-01T09:00", "reason": "x",
             "data": {"person": "moi", "name": "Người mẫu mới"}}]  # fmt: skip
    from application.intake.scenario import play  # noqa: PLC0415 -- the one command after the backup

    assert all(e.as_expected for e in play(system, [small_year.write(tmp_path / "l", last)]))
    assert rehearse(tmp_path / "one") == before
    back_up(system.ledger, tmp_path / "two")
    assert rehearse(tmp_path / "two") == before + 1


def test_nothing_is_ever_written_over(system, backup, tmp_path):
    with pytest.raises(RefusedError) as refused:
        back_up(system.ledger, backup)
    assert codes(refused) == ["file_is_there"]
    before = backup.read_bytes()
    with pytest.raises(RefusedError) as refused:
        restore(backup, f"sqlite:///{tmp_path}/log-1.db")
    assert codes(refused) == ["file_is_there"]
    assert backup.read_bytes() == before


def refused_by(backup, tmp_path, error):
    """What restoring raises; nothing stands where it was to be put."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with pytest.raises(error) as refused:
        restore(backup, f"sqlite:///{folder}/log.sqlite")
    assert nothing_but(folder)
    return refused


@pytest.mark.parametrize("lost", [1, 4096, 8192])
def test_a_cut_backup_is_refused(backup, tmp_path, lost):
    os.truncate(backup, backup.stat().st_size - lost)

    assert codes(refused_by(backup, tmp_path, RefusedError)) == ["backup_cut"]


def changed(backup, *statements):
    altering = sqlite3.connect(str(backup))
    for each in statements:
        altering.execute(each)
    altering.commit()
    altering.close()


def test_an_altered_backup_is_refused(backup, tmp_path):
    changed(
        backup, "DROP TRIGGER event_refuses_UPDATE", "DROP TRIGGER event_only_forgets",
        "UPDATE event SET actor = 'ai-do' WHERE position = 3",
    )  # fmt: skip
    refused = refused_by(backup, tmp_path, RefusedError)

    assert codes(refused) == ["backup_altered"]
    assert refused.value.refusals[0].values["trusted"].value == 2


@pytest.mark.parametrize(
    ("version", "error"),
    [(schema.VERSION + 1, NewerDatabaseError), (schema.VERSION - 1, OutdatedDatabaseError)],
)
def test_a_backup_of_another_version_is_refused(backup, tmp_path, version, error):
    altering = sqlite3.connect(str(backup))
    altering.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (str(version),))
    altering.commit()
    altering.close()

    refused_by(backup, tmp_path, error)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 10_000])
def test_what_is_no_backup_of_ours_is_refused(tmp_path, content):
    (tmp_path / "foreign").write_bytes(content)

    refused_by(tmp_path / "foreign", tmp_path, NotOurDatabaseError)


def test_a_database_of_somebody_elses_is_refused(tmp_path):
    other = sqlite3.connect(str(tmp_path / "foreign"))
    other.execute("CREATE TABLE x (y)")
    other.commit()
    other.close()

    refused_by(tmp_path / "foreign", tmp_path, NotOurDatabaseError)


def test_a_server_is_backed_up_by_its_own_program(postgres_url, backup):
    url = postgres_url()
    initialise(url, by="quan-tri", simulated=True).close()
    with Ledger.open(url) as ledger, pytest.raises(RefusedError) as refused:
        back_up(ledger, backup.with_name("other"))
    assert codes(refused) == ["backup_by_pg_dump"]
    with pytest.raises(RefusedError) as refused:
        restore(backup, url)
    assert codes(refused) == ["backup_by_pg_dump"]


def test_killed_in_the_middle_it_leaves_nothing_under_its_name(system, tmp_path):
    slow = (
        "import sys, time; from pathlib import Path; from ledger.ledger import Ledger;"
        "import documents.backups.making as m; copy = m.copy_into;"
        "m.copy_into = lambda ledger, to: (copy(ledger, to), print(1, flush=True), time.sleep(60));"
        "m.back_up(Ledger.open(sys.argv[1]), Path(sys.argv[2]))"
    )
    words = [sys.executable, "-c", slow, f"sqlite:///{tmp_path}/log-1.db", str(tmp_path / "killed")]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    assert not (tmp_path / "killed").exists()
    assert list(tmp_path.glob(".bontot-*"))

    back_up(system.ledger, tmp_path / "killed")
    assert rehearse(tmp_path / "killed") == system.ledger.head().position
    assert not list(tmp_path.glob(".bontot-*"))
