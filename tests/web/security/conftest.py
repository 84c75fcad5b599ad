"""A cell's case, and people of every kind who come in: each in a browser of their own."""

from typing import NamedTuple

import pytest

from application.questions import cases as queries
from tests.support import small_year
from tests.web.conftest import Browser, account_for, played
from web.app import make_app
from web.desk import Desk

OF_UNIT, OF_PARENT, OF_CHILD, OF_SISTER, STRANGER, LENT, ENDED = (
    "CB-cell_committee", "DB-party_committee", "con", "chi-em", "nguoi-la", "duoc-giao", "thoi-giao",
)  # fmt: skip


def line(verb, **more):
    at = more.pop("at", "2023-12-05T09:00")
    return {"do": verb, "by": "quan-tri", "at": at, "reason": "lý do", **more}


def unit(code, parent):
    data = {"code": code, "name": f"Đơn vị {code}", "kind": "SUBORDINATE_CELL", "parent": parent,
            "organs": ["cell_committee"]}  # fmt: skip
    return line("register-unit", data=data)


def person(name, organ=""):
    yield line("register-person", data={"person": name, "name": f"Người mẫu {name}"})
    if organ:
        yield line("give-mandate", person=name, data={"mandate": "m1", "organ": organ})


def lent(to, organ, until):
    """Lent by whoever has a mandate for an organ of the small year."""
    owner = organ.replace("/", "-")
    data = {"delegation": "u1", "delegator": owner, "mandate": "m1", "organ": organ, "until": until,
            "scope": ["appraise"], "evidence": {"document": "DOC-PLAN", "number": "1-GUQ"}}  # fmt: skip
    return {**line("delegate", person=to, at="2024-01-06T09:00", data=data),
            "by": owner, "for": organ}  # fmt: skip


def lines():
    up = [*small_year.set_up()]
    more = [
        unit("CC", "DB"), unit("CD", "CB"), *person(OF_SISTER, "CC/cell_committee"),
        *person(OF_CHILD, "CD/cell_committee"), *person(STRANGER), *person(LENT),
        *person(ENDED, "CB/cell_committee"),
    ]  # fmt: skip
    return [*up[:-2], *more, *up[-2:], lent(LENT, "DB/standing_committee", "2024-11-30"),
            *[*small_year.year()][:8]]  # fmt: skip


@pytest.fixture
def file(tmp_path):
    """Where the log is."""
    return tmp_path / "log.db"


@pytest.fixture
def desk(file, tmp_path, clock):
    system = played(f"sqlite:///{file}", tmp_path, [lines()])
    yield Desk(system, clock=clock)
    system.close()


@pytest.fixture
def case(desk):
    [row] = queries.cases(desk.system)
    return row["case"]


@pytest.fixture
def app(desk):
    return make_app(desk)


class Come(NamedTuple):
    """Somebody in a browser; `kind` is what they may be let in for."""

    kind: str
    browser: Browser


@pytest.fixture
def come(app, desk):
    """Somebody of a kind, who has come in unless they are a visitor; a redirection is seen, not followed."""

    def one(kind):
        browser = Browser(app, raise_server_exceptions=False, follow_redirects=False)
        browser.get("/sign-in")
        if kind == "visitor":
            return Come(kind, browser)
        account_for(desk, "" if kind in {"machine", "gone"} else kind, f"{kind} ten")
        browser.come_in(f"{kind} ten")
        browser.get("/account")
        if kind == "gone":
            browser.give("/sign-out")
        return Come(kind, browser)

    return one
