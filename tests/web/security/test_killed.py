"""A real server is killed in the middle of requests: nothing that it acknowledged is lost, nothing stands half."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener
from uuid import uuid4

import pytest

from application.questions import cases as queries
from application.running.bootstrap import open_system
from ledger.beside import accounts, drafts
from ledger.beside.opening import make_ready
from tests.architecture.tree import ROOT
from tests.web.conftest import PASSWORD, account_for

OFFICE = "DB-committee_office"
_TOKEN = re.compile('name="_token" value="([0-9a-f]{64})"')
ENOUGH = 6
"""Acknowledged answers of a kind, after which the server is killed."""


@pytest.fixture
def server(desk, file):
    """`bontot serve` over the log, in a process of its own; its address."""
    make_ready(desk.ledger)
    account_for(desk, OFFICE, "van thu")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
    words = ["serve", "--port", port, "--database", f"sqlite:///{file}"]
    with subprocess.Popen(
        [sys.executable, "-m", "command_line", *words], cwd=ROOT, env=os.environ,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        yield process, f"http://127.0.0.1:{port}"
        process.kill()


class Client:
    """Somebody who came in, and sends a form again and again until nobody answers."""

    def __init__(self, address):
        self.opener, self.address = build_opener(HTTPCookieProcessor()), address
        page = self._begin()
        values = {"_token": _TOKEN.search(page)[1], "name": "van thu", "password": PASSWORD}
        self.token = _TOKEN.search(self._read("/sign-in", values))[1]
        self.acknowledged, self.sent = [], ""

    def _begin(self):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with contextlib.suppress(URLError):
                return self._read("/sign-in")
            time.sleep(0.1)
        pytest.fail("the server does not answer")

    def _read(self, path, values=None):
        sent = urlencode(values).encode() if values else None
        with self.opener.open(f"{self.address}{path}", sent, timeout=60) as answer:
            return answer.read().decode()

    def send(self, form, step):
        """Send under another reason each time; keep those for which the answer came whole."""
        with contextlib.suppress(OSError):
            while True:
                reason = f"lý do {uuid4()}"
                self.sent = reason
                self._read(form, {"_token": self.token, "_step": step, "reason": reason,
                                  "data.comment": reason, "command_id": str(uuid4())})  # fmt: skip
                self.acknowledged.append(reason)


def test_what_a_server_acknowledged_is_there_after_it_was_killed(server, desk, case, file):
    process, address = server
    form = f"/cases/{case}/do/comment"
    commands, saving = Client(address), Client(address)
    threads = [
        threading.Thread(target=commands.send, args=(form, "do")),
        threading.Thread(target=saving.send, args=(form.replace("comment", "appraise"), "save")),
    ]
    for each in threads:
        each.start()
    until = time.monotonic() + 60
    while min(len(commands.acknowledged), len(saving.acknowledged)) < ENOUGH:
        assert time.monotonic() < until
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    for each in threads:
        each.join()
    desk.system.close()

    system = open_system(f"sqlite:///{file}")
    reasons = [row["reason"] for row in queries.history(system, case, language="vi")]
    assert [each for each in commands.acknowledged if reasons.count(each) != 1] == []
    own = accounts.find(system.ledger, name="van thu").id
    kept = drafts.draft_of(system.ledger, own, case, "appraise").body
    assert saving.acknowledged[-1] in kept or saving.sent in kept
    assert system.ledger.verify().ok
    system.close()
