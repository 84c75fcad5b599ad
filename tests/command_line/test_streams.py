"""Output that is not taken: the disk is full, the reader has gone, the stream was closed."""

import os
import subprocess
import sys

import pytest

from tests.application.systems import a_system, played
from tests.architecture.tree import ROOT
from tests.support import small_year

FULL = "Không ghi được hết kết quả: No space left"
CLOSED = "Không ghi được hết kết quả: Bad file descriptor"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """The URL of a log with a small year in it."""
    folder = tmp_path_factory.mktemp("streams")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    played(system, folder / "year.jsonl", small_year.set_up(), small_year.year())
    system.close()
    return f"sqlite:///{folder}/log.sqlite"


@pytest.fixture
def ended(database):
    """Run `bontot` in a shell; answer its exit code and what it says on stderr."""

    def command(words, into, buffered):
        unbuffered = {"PYTHONUNBUFFERED": "" if buffered else "1"}
        environment = {**os.environ, **unbuffered, "BONTOT_DATABASE": database}
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", f"{sys.executable} -m command_line {words} {into}"],
            cwd=ROOT, capture_output=True, text=True, check=False, env=environment,
        )  # fmt: skip
        return done.returncode, done.stderr

    return command


@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize(
    ("words", "into", "said"),
    [
        ("review 2024 --json", "| true", ""),
        ("--help", "| true", ""),
        ("review 2024 --json", "> /dev/full", FULL),
        ("status", "> /dev/full", FULL),
        ("--help", "> /dev/full", FULL),
        ("status --lang en", "> /dev/full", "Not all could be written: No space left"),
        ("status", ">&-", CLOSED),
        ("status --help", ">&-", CLOSED),
        ("status", "> /dev/full 2>&1", ""),
        ("units show", "2> /dev/full", ""),
    ],
)
def test_output_that_is_not_taken_is_at_most_one_sentence_and_exit_one(
    ended, words, into, said, buffered
):
    code, told = ended(words, into, buffered)

    assert code == 1
    assert told.startswith(said and f"✗ {said}")
    assert told.count("\n") == bool(said)


@pytest.mark.parametrize("buffered", [True, False])
def test_a_refusal_that_nobody_can_read_is_still_a_refusal(ended, buffered):
    for into in ("2> /dev/full", "2>&-"):
        assert ended("units show KHONG-CO", into, buffered)[0] == 1
