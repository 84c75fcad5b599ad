"""Every route × every kind of person: nobody gets an answer that is not for them.

The rows are the routes of the running application; a route with a part of its address that has no value here fails.
"""

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT
from tests.web.security import conftest as people
from tests.web.security.conftest import line
from tests.web.security.routes import table
from web import asked
from web.cases import seen as seen_case

KINDS = (
    "visitor", "gone", "machine", people.OF_UNIT, people.OF_PARENT, people.OF_CHILD, people.OF_SISTER,
    people.STRANGER, people.LENT, people.ENDED,
)  # fmt: skip
PERSONS = frozenset(KINDS[3:])
IN_SIGHT = frozenset({people.OF_UNIT, people.OF_PARENT})
OF_A_CASE = "case"
LET_IN = {
    "anybody": frozenset(KINDS),
    "signed_in": PERSONS | {"machine"},
    "person": PERSONS,
    "administrator": frozenset({"machine"}),
}
"""Who may have an answer from a route, by its way in."""
AFTERWARDS = {"/sign-out"}
"""Ends the session by which it was asked: looked at last."""


VALUES = {
    "account": "khong-co", "secret": "khong-co", "position": 1, "unit": "CB", "programme": "kon-tum",
    "period": "2024", "person": people.OF_UNIT, "year": 2024, "subject": "unit:CB", "digest": "0" * 64,
    "name": "khong-co", "stream": "unit:CB", "version": "khong-co", "document": "DOC-AUDIT",
    "month": 5,
}  # fmt: skip
"""What stands for each part of an address. Whoever adds a part adds its value, and looks at who may see it."""


CODES = {"/persons": people.OF_UNIT, "/programmes": "kon-tum"}
"""Whose code a part of that name is, by where the address begins; else a unit's."""


def address(each, case):
    """The address of a route about the case."""
    verb = "comment" if OF_A_CASE in each.parts else "register-person"
    code = next((CODES[place] for place in CODES if each.path.startswith(place)), "CB")
    return each.address(**VALUES, case=case, verb=verb, code=code)


def unexpected(app, case, somebody):
    """The routes that let in whom they must not, or answer with something that broke."""
    found = []
    for each in sorted(table(app), key=lambda each: each.path in AFTERWARDS):
        answer = asked_of(somebody.browser, each, address(each, case))
        if broken(answer) or (answer.is_success or answer.is_redirect) > may(each, somebody.kind):
            found.append((each.method, each.path, answer.status_code))
    return found


def asked_of(browser, each, address):
    if each.method == "GET":
        return browser.get(address)
    return browser.give(address, {"_step": "check"})


def may(each, kind):
    inside = OF_A_CASE not in each.parts or kind in IN_SIGHT
    return kind in LET_IN[each.way] and inside


def broken(answer):
    return answer.status_code >= 500


@pytest.fixture
def ended(file, case, tmp_path):
    """The mandate of a person is ended by another process, after they have come in and looked at the case."""

    def end(somebody):
        assert somebody.browser.get(f"/cases/{case}").status_code == 200
        told = {**line("end-mandate", at="2024-12-09T10:00", person=people.ENDED),
                "data": {"mandate": "m1"}, "on": "2024-12-02"}  # fmt: skip
        lines = tmp_path / "ended.jsonl"
        lines.write_text(json.dumps(told) + "\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "command_line", "play", str(lines), "--database", f"sqlite:///{file}"],
            cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    return end


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_let_in_who_must_not_be(app, case, come, ended, kind):
    somebody = come(kind)
    if kind == people.ENDED:
        ended(somebody)

    assert unexpected(app, case, somebody) == []


@pytest.mark.parametrize("kind", sorted(IN_SIGHT))
def test_whoever_may_see_the_case_does(case, come, kind):
    browser = come(kind).browser

    assert browser.get(f"/cases/{case}").status_code == 200


def test_a_page_without_its_look_at_the_case_would_be_found(app, case, come, monkeypatch):
    monkeypatch.setattr(seen_case, "case_in_sight", seen_by_everybody)
    found = unexpected(app, case, come(people.OF_SISTER))

    assert ("GET", "/cases/{case}", 200) in found


def seen_by_everybody(system, _person, name):
    from application.questions.cases import stream_named, world_of  # noqa: PLC0415 -- of this control alone

    return world_of(system).case(stream_named(name))


def test_a_way_in_without_its_check_would_be_found(app, case, come):
    app.dependency_overrides[asked.administrator] = asked.signed_in
    found = unexpected(app, case, come(people.OF_UNIT))

    assert ("GET", "/accounts", 200) in found
