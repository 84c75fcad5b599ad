"""Processors are killed in the middle of their work, again and again; each event counts once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from ledger.ledger import Ledger
from tests.projections.casebook import Casebook
from tests.projections.counted import count_together, counted, prepare_counting
from tests.projections.killed_processor import GO

CASES = 300
EVENTS = 2 * CASES
ROUNDS = 12
ROOT = Path(__file__).parents[2]


GROWTH = 1.3
"""Each round's processors live longer: the early rounds meet a quick machine at work, the late ones a slow one."""


def kill_processors(url, mode, patience=1):
    """Two processors at a time work on a log and are killed at a moment nobody chose."""
    with Ledger.initialise(url) as ledger:
        prepare_counting(ledger)
        book = Casebook(ledger)
        for number in range(CASES):
            book.case(f"C{number}")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.projections.killed_processor", url, mode],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as nursery:  # fmt: skip
        for number in range(ROUNDS):
            nursery.stdin.write("go\ngo\n")
            nursery.stdin.flush()
            started = [int(nursery.stdout.readline().split()[1]) for _ in range(2)]
            signal_all(started, GO)
            time.sleep(random.uniform(0.005, 0.03) * patience * GROWTH**number)
            signal_all(started, signal.SIGKILL)
        nursery.communicate()


def signal_all(pids, sign):
    for pid in pids:
        os.kill(pid, sign)


def test_each_event_counts_once_whenever_a_processor_is_killed(fresh_url):
    url = fresh_url()
    kill_processors(url, "together")
    with Ledger.open(url) as ledger:
        count_together(ledger)
        assert counted(ledger) == EVENTS


def counts_twice_apart(url, patience):
    kill_processors(url, "apart", patience)
    with Ledger.open(url) as ledger:
        count_together(ledger)
        return counted(ledger) > EVENTS


def test_a_position_written_apart_from_its_rows_is_seen_to_count_twice(fresh_url):
    # Where the disk is so slow that nothing was written before the killing, the next try waits longer.
    assert any(counts_twice_apart(fresh_url(), patience) for patience in (1, 3, 9, 27))
