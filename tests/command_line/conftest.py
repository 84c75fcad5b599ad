"""`bontot` run for real, in a folder of its own; and with a small year in its log."""

import os
import subprocess
import sys
import time

import pytest

from tests.architecture.tree import ROOT
from tests.command_line.told_of_samples import demonstrated
from tests.support import small_year

SIMULATED = ("--simulated", "--at", "2023-12-01T08:00")


@pytest.fixture(scope="session")
def told(tmp_path_factory):
    """The five samples in one log, as the demonstration leaves them."""
    return demonstrated(tmp_path_factory.mktemp("samples") / "demo")


@pytest.fixture
def run(tmp_path):
    """Run `bontot` for real, in a folder of its own."""

    def command(*words, code=0, database=f"sqlite:///{tmp_path}/log.sqlite"):
        environment = {**os.environ, "BONTOT_DATABASE": database, "COLUMNS": "200"}
        done = subprocess.run(
            [sys.executable, "-m", "command_line", *map(str, words)],
            cwd=tmp_path, env={**environment, "PYTHONPATH": str(ROOT)}, capture_output=True,
            text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done

    return command


@pytest.fixture
def slow_review(tmp_path):
    """A review that is being written into `out`, in the middle of it."""
    words = ("review", "2024", "--database", f"sqlite:///{tmp_path}/log.sqlite", "--out", "out")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.slow_review", *words],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        until = time.monotonic() + 60
        while not list(tmp_path.glob(".bontot-*/new/slow.txt")):
            assert time.monotonic() < until
            assert process.poll() is None
            time.sleep(0.01)
        yield process
        process.kill()


@pytest.fixture
def year(run, tmp_path):
    run("init", "--by", "quan-tri", *SIMULATED)
    run("play", small_year.write(tmp_path / "year.jsonl", small_year.set_up(), small_year.year()))
    return run
