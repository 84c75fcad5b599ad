"""Two writers are killed in the middle of their work, twenty times over."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from ledger.ledger import Ledger

ROUNDS = 20
ROOT = Path(__file__).parents[2]


def kill_writers(url, mode):
    """Command ids that were acknowledged to the writers before they died."""
    with Ledger.initialise(url) as ledger, ledger.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE counted (events BIGINT, position BIGINT)")
        connection.exec_driver_sql("INSERT INTO counted VALUES (0, 0)")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.killed_writer", url, mode],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as nursery:  # fmt: skip
        lines = [line for number in range(ROUNDS) for line in one_round(nursery, number)]
        rest, _ = nursery.communicate()
    told = [line.split() for line in (*lines, *rest.splitlines())]
    return {command_id for word, command_id in told if word == "stored"}


def one_round(nursery, number):
    """Start two writers, let both store something, kill both at a moment nobody chose."""
    nursery.stdin.write("go\ngo\n")
    nursery.stdin.flush()
    lines, started = [], []
    awaited = {f"writer-{2 * number}", f"writer-{2 * number + 1}"}
    while len(started) < 2 or awaited:
        lines.append(nursery.stdout.readline())
        word, what = lines[-1].split()
        if word == "started":
            started.append(int(what))
        awaited.discard(what.partition("/")[0])
    time.sleep(random.uniform(0, 0.03))
    for pid in started:
        os.kill(pid, signal.SIGKILL)
    return lines


def counted(ledger):
    with ledger.connection() as connection:
        return connection.exec_driver_sql("SELECT events FROM counted").scalar_one()


def test_no_acknowledged_event_is_lost_and_each_is_counted_once(fresh_url):
    url = fresh_url()
    acknowledged = kill_writers(url, "together")
    with Ledger.open(url) as ledger:
        stored = {row.command_id for rows in ledger.read() for row in rows}
        assert len(acknowledged) >= 2 * ROUNDS
        assert acknowledged - stored == set()
        assert counted(ledger) == ledger.head().position == len(stored)
        assert ledger.verify().ok


def test_a_position_written_apart_from_its_rows_is_seen_to_count_wrongly(fresh_url):
    url = fresh_url()
    acknowledged = kill_writers(url, "apart")
    with Ledger.open(url) as ledger:
        stored = {row.command_id for rows in ledger.read() for row in rows}
        assert acknowledged - stored == set()
        assert counted(ledger) != len(stored)
