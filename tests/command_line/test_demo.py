"""The demonstration says what to open and what to type next, and both are there as they stand."""

import contextlib
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from command_line import as_typed
from tests.architecture.tree import ROOT


@pytest.fixture
def served(tmp_path):
    """`demo --serve` in a folder of its own: what it says until its pages are open, and their address."""
    port = str(free_port())
    words = ["demo", "--out", "bản thử", "--lang", "en", "--serve", "--port", port]
    with subprocess.Popen(
        [sys.executable, "-m", "command_line", *words],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}, text=True,
        stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        told = []
        for line in process.stdout:
            told.append(line.rstrip())
            if f"http://127.0.0.1:{port}" in line:
                break
        yield told, f"http://127.0.0.1:{port}"
        process.terminate()


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_what_it_names_can_be_opened_typed_and_signed_in_with(served, tmp_path):
    told, address = served

    [named] = shlex.split(after("Open the year's review", told))
    assert (tmp_path / named).name == "review.html"
    assert (tmp_path / named).exists()
    typed = ["sh", "-c", after("Ask this log more", told)]
    done = subprocess.run(typed, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "SIMULATED" in done.stdout
    account = next(line.split()[0] for line in reversed(told) if "Người mẫu KT 01" in line)
    password = after("The password of them all", told).split()[0]
    assert come_in(address, account, password).endswith("/work")
    assert come_in(address, "may-chu", password).endswith("/accounts")


def after(beginning, told):
    return next(line for line in told if line.startswith(beginning)).partition(": ")[2]


def come_in(address, name, password):
    """Where a browser of its own stands after it has sent name and password."""
    opener = build_opener(HTTPCookieProcessor())
    for _ in range(100):
        with contextlib.suppress(URLError):
            page = opener.open(f"{address}/sign-in").read().decode()
            break
        time.sleep(0.1)
    token = re.search('name="_token" value="([0-9a-f]+)"', page)[1]
    sent = urlencode({"_token": token, "name": name, "password": password}).encode()
    return opener.open(f"{address}/sign-in", sent).url


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
