"""A log of the first schema is brought to today's when it is opened: the same root, every text, and it goes on."""

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from ledger.errors import OutdatedDatabaseError, VersionConflictError
from ledger.ledger import Ledger
from ledger.opening import database_at
from ledger.sqlite import SqliteDatabase
from tests.support.entries import a_commit
from tests.support.old_logs import ERASED, EVENTS, restore

ROUND = "case-of-round:kon-tum:2024"
STEPS = ["ALTER TABLE", "CREATE TABLE", "INSERT INTO head", "DROP TABLE", "UPDATE meta"]


@pytest.fixture
def old(fresh_url):
    url = fresh_url()
    return url, restore(url)


def schema_of(url):
    """The version of the schema as it stands, without opening the log."""
    engine = database_at(url, timeout=1).engine()
    with engine.connect() as connection:
        sql = "SELECT value FROM meta WHERE name = 'schema'"
        found = connection.exec_driver_sql(sql).scalar_one()
    engine.dispose()
    return found


def is_whole(url, root):
    with Ledger.open(url) as ledger:
        checked, head = ledger.verify(), ledger.head()
        assert (checked.ok, checked.positions, checked.root.hex()) == (True, EVENTS, root)
        assert (head.position, head.root.hex(), head.simulated) == (EVENTS, root, True)


def test_the_root_is_the_same_and_every_proof_holds(old):
    url, root = old
    is_whole(url, root)
    assert schema_of(url) == "2"
    is_whole(url, root)


def test_everything_is_found_again(old):
    url, _ = old
    with Ledger.open(url) as ledger:
        rows = [row for batch in ledger.read() for row in batch]
        texts = {row.position: ledger.texts([row.position]).get(row.reason, "") for row in rows}
        assert [at for at, text in texts.items() if text is None] == ERASED
        assert [at for at, text in texts.items() if text == ""] == [EVENTS]
        assert sum(refusal.count for refusal in ledger.refusals()) == 9
        assert len(ledger.tagged(ROUND)) == ledger.tag_count(ROUND) == 7
        assert [ledger.commit_end(at) for at in (1, 2, 3, EVENTS)] == [3, 3, 3, EVENTS]


def test_a_command_is_known_again(old):
    url, _ = old
    with Ledger.open(url) as ledger:
        row = ledger.stream(ledger.tagged(ROUND)[0])[-1]
        kept = ledger.command(row.command_id)
        assert (kept.last, kept.recorded_at) == (row.position, row.recorded_at)
        assert ledger.command("a bare entry") is None


def test_it_goes_on_where_it_was(old):
    url, _ = old
    with Ledger.open(url) as ledger:
        stream = ledger.tagged(ROUND)[0]
        version = ledger.versions([stream])[stream]
        with pytest.raises(VersionConflictError):
            ledger.append(a_commit((stream, version)))
        receipt = ledger.append(a_commit((stream, version + 1), tags=[(ROUND, "case:new")]))
        assert (receipt.first, ledger.tag_count(ROUND)) == (EVENTS + 1, 8)
        assert ledger.verify().ok


def test_a_text_erased_afterwards_is_in_no_file(sqlite_url):
    url = sqlite_url()
    restore(url)
    files = [Path(url.removeprefix("sqlite:///") + end) for end in ("", "-wal")]
    body = "Có đơn thư vượt cấp đang xem xét".encode()
    with Ledger.open(url) as ledger:
        texts = ledger.texts([155])
        (commitment,) = (each for each, text in texts.items() if text.encode() == body)
        assert sum(file.read_bytes().count(body) for file in files) == 1
        ledger.erase(155, commitment)
        assert sum(file.read_bytes().count(body) for file in files) == 0


def test_how_far_it_is_is_told(old):
    told = []
    Ledger.open(old[0], progress=lambda done, total: told.append((done, total))).close()
    assert told == [(EVENTS, EVENTS)]
    Ledger.open(old[0], progress=lambda *_: told.append("again")).close()
    assert "again" not in told


@pytest.mark.parametrize("words", STEPS)
def test_killed_half_way_it_is_the_old_log_still(old, words):
    url, root = old
    command = [sys.executable, "-m", "tests.ledger.killed_upgrade", url, words]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert schema_of(url) == "1"
    is_whole(url, root)


def test_several_that_open_it_at_once_find_it_done_once(old):
    url, root = old
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: is_whole(url, root), range(4)))
    assert schema_of(url) == "2"


def test_it_is_refused_in_words_to_who_may_not_write(old):
    url, _ = old
    with pytest.raises(OutdatedDatabaseError) as refused:
        Ledger.open(url, upgrade=False)
    assert refused.value.code == "database-outdated"
    assert schema_of(url) == "1"
    Ledger.open(url).close()
    Ledger.open(url, upgrade=False).close()


def test_a_server_that_may_only_be_read_refuses_in_words(postgres_url):
    url = postgres_url()
    root = restore(url)
    read_only = sa.make_url(url)
    options = f"{read_only.query['options']} -cdefault_transaction_read_only=on"
    told = read_only.update_query_dict({"options": options}).render_as_string(hide_password=False)
    with pytest.raises(OutdatedDatabaseError):
        Ledger.open(told)
    is_whole(url, root)


def test_a_file_that_may_only_be_read_refuses_in_words(sqlite_url, monkeypatch):
    url = sqlite_url()
    root = restore(url)
    connect = SqliteDatabase._connect
    with monkeypatch.context() as patched:
        patched.setattr(
            SqliteDatabase, "_connect", lambda self, mode: connect(self, mode[:1] + "o")
        )
        with pytest.raises(OutdatedDatabaseError):
            Ledger.open(url)
    is_whole(url, root)
    assert Path(url.removeprefix("sqlite:///")).exists()
