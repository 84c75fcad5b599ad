"""A real server on loopback, and a real Chromium that looks at its pages."""

import socket
import threading
import time
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from ledger.beside.opening import make_ready
from tests.documents.browser import ALWAYS, browser
from tests.support import small_year
from tests.web.conftest import PASSWORD, account_for, played
from web.app import make_app
from web.desk import Desk

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 360)
RETURNED = 8
"""So many lines of the small year: a cell's dossier has been returned, and waits for what is missing."""


class Served:
    """An application that is being served, and its desk."""

    def __init__(self, desk):
        self.desk = desk
        self.socket = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(make_app(desk), log_level="error")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, args=([self.socket],), daemon=True)
        self.thread.start()
        until = time.monotonic() + 20
        while not self.server.started:
            assert time.monotonic() < until
            time.sleep(0.02)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def end(self):
        self.server.should_exit = True
        self.thread.join(20)


@pytest.fixture
def served(sqlite_url, tmp_path):
    """A small year up to the return of a dossier, with an account for everybody who acts in it."""
    system = played(sqlite_url(), tmp_path, [small_year.up_to(RETURNED)])
    make_ready(system.ledger)
    desk = Desk(system)
    for code, organs in small_year.ORGANS.items():
        for organ in organs:
            account_for(desk, f"{code}-{organ}")
    found = Served(desk)
    yield found
    found.end()


@pytest.fixture(scope="module")
def chromium():
    command = browser()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=command, args=[*ALWAYS])
        yield launched
        launched.close()


class Visitor:
    """Somebody at a browser: comes in, looks, presses; whatever the browser complains of is kept."""

    def __init__(self, chromium, address, *, width=1280, scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts
        )
        self.address, self.complaints = address, []
        context.set_default_timeout(15_000)
        self.page = context.new_page()
        self.page.on("console", self._told)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.context = context

    def _told(self, message):
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def go(self, address):
        self.page.goto(f"{self.address}{address}")
        return self

    def come_in(self, name, language="vi"):
        self.go("/sign-in")
        self.page.fill("#name", name)
        self.page.fill("#password", PASSWORD)
        self.press("Đăng nhập")
        if language == "en":
            self.page.click("footer button")
        return self

    def press(self, words):
        """A button or a link of the page itself by what it says, or begins to say."""
        found = self.page.locator("main button, main a").filter(has_text=words).first
        found.click()

    @property
    def text(self):
        return self.page.inner_text("body")

    def axe(self):
        """What axe-core finds wrong, each with where."""
        self.page.evaluate(AXE)
        found = self.page.evaluate("axe.run(document)")
        return [
            (each["id"], [node["target"] for node in each["nodes"]][:3])
            for each in found["violations"]
        ]


@pytest.fixture
def visitor(chromium, served):
    """Makes visitors of the server; none of them may have heard their browser complain."""
    made = []

    def visit(**how):
        made.append(Visitor(chromium, served.address, **how))
        return made[-1]

    yield visit
    for each in made:
        each.context.close()
    assert [text for each in made for text in each.complaints] == []
