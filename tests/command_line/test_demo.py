"""The demonstration says what to open and what to type next, and both are there as they stand."""

import shlex
import subprocess
import sys

import pytest

from command_line import as_typed
from tests.architecture.tree import ROOT


def test_what_it_names_can_be_opened_and_typed(run, tmp_path):
    *_, page, ask = run("demo", "--out", "bản thử", "--lang", "en").stdout.splitlines()

    [named] = shlex.split(page.partition(": ")[2])
    assert (tmp_path / named).name == "review.html"
    assert (tmp_path / named).exists()
    typed = ["sh", "-c", ask.partition(": ")[2]]
    done = subprocess.run(typed, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "SIMULATED" in done.stdout


@pytest.fixture
def started(monkeypatch, tmp_path):
    """Say how the program was started and what is on the path; answer how it is typed again."""

    def program(path, *, on_path=None):
        monkeypatch.setattr(sys, "argv", [str(path)])
        monkeypatch.setenv("PATH", str(on_path or tmp_path / "nothing"))
        return as_typed.program()

    return program


def installed(folder):
    folder.mkdir(parents=True)
    (folder / "bontot").touch(mode=0o755)
    return folder / "bontot"


def test_from_a_checkout_it_is_typed_as_it_is_seen_from_here(started, monkeypatch, tmp_path):
    module = ROOT / "command_line" / "__main__.py"
    monkeypatch.chdir(ROOT)
    assert started(module) == "scripts/bontot"
    monkeypatch.chdir(tmp_path)
    assert started(module) == shlex.quote(str(ROOT / "scripts" / "bontot"))


def test_installed_and_on_the_path_it_is_its_name(started, tmp_path):
    entry = installed(tmp_path / "bin")
    assert started(entry, on_path=entry.parent) == "bontot"


def test_installed_elsewhere_it_is_a_quoted_path(started, monkeypatch, tmp_path):
    entry = installed(tmp_path / "my venv" / "bin")
    monkeypatch.chdir(tmp_path)
    assert started(entry, on_path=installed(tmp_path / "other").parent) == "'my venv/bin/bontot'"


def test_started_in_a_way_that_is_not_known_the_module_is_named(started, tmp_path):
    python = shlex.quote(sys.executable)
    assert started(tmp_path / "gone") == f"{python} -m command_line"
