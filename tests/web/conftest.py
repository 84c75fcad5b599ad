"""The application over a small made-up year, and people who come in to it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from application.commands.opening import initialise
from application.intake.scenario import play
from application.questions import cases as queries
from application.running.bootstrap import open_system
from application.running.system import HERE
from ledger.beside.opening import make_ready
from tests.support import small_year
from web.app import make_app
from web.coming_in import accounts
from web.desk import Desk

PASSWORD = "ba con gà vàng"  # noqa: S105 -- of made-up people
OPENED_AT = datetime(2023, 12, 1, 8, tzinfo=HERE)
_TOKEN = re.compile(r'name="_token" value="([0-9a-f]{64})"')


class Browser(TestClient):
    """Sends what a form of ours would send: with the token of the page that it saw last."""

    token = ""

    def request(self, *arguments, **named):
        answer = super().request(*arguments, **named)
        found = (
            _TOKEN.findall(answer.text) if "html" in answer.headers.get("content-type", "") else []
        )
        self.token = found[-1] if found else self.token
        return answer

    def give(self, address, values=None, **named):
        return self.post(address, data={"_token": self.token, **(values or {})}, **named)

    def come_in(self, name, password=PASSWORD, code=""):
        self.get("/sign-in")
        return self.give("/sign-in", {"name": name, "password": password, "code": code})


def played(url, folder, lines):
    """A simulated log with the lines of a small year in it."""
    initialise(url, by="quan-tri", simulated=True, at=OPENED_AT).close()
    system = open_system(url)
    told = list(play(system, [small_year.write(folder / "year.jsonl", *lines)]))
    assert all(line.as_expected for line in told)
    return system


@pytest.fixture
def clock():
    """A clock of the machine's that a test moves."""
    return Clock()


class Clock:
    def __init__(self):
        self.at = datetime(2026, 1, 5, 8, tzinfo=UTC)

    def __call__(self):
        return self.at

    def go_on(self, **by):
        self.at += timedelta(**by)


@pytest.fixture
def lines():
    """A log in which a cell may register in 2024; a file with a story of its own says another."""
    return small_year.up_to(0)


@pytest.fixture
def desk(sqlite_url, tmp_path, clock, lines):
    """The log of the lines."""
    system = played(sqlite_url(), tmp_path, [lines])
    make_ready(system.ledger)
    yield Desk(system, clock=clock)
    system.close()


@pytest.fixture
def case(desk):
    """The id of the one case there is."""
    [row] = queries.cases(desk.system)
    return row["case"]


@pytest.fixture
def app(desk):
    return make_app(desk)


@pytest.fixture
def browser(app):
    return Browser(app, follow_redirects=True)


def account_for(desk, person, name=""):
    """An account of a person of the log, by an invitation as everybody gets one; empty for an administrator."""
    secret = accounts.invited(desk, by="", person=person)
    return accounts.join(desk, secret, name or person or "may", PASSWORD, "vi")


def each_once(desk):
    """Makes somebody at a browser of their own, who comes in the first time that they are asked for."""
    app, here = make_app(desk), {}

    def come(person):
        if person not in here:
            here[person] = Browser(app, follow_redirects=True)
            account_for(desk, person, person)
            here[person].come_in(person)
        return here[person]

    return come
