"""Whatever somebody typed is text on every page: forty payloads in every place where text is typed."""

import pytest

from application.intake.scenario import play
from tests.support import small_year
from tests.web.security import conftest as people
from tests.web.security.conftest import line
from tests.web.security.hostile import PAYLOADS, unescaped
from tests.web.security.routes import table
from tests.web.security.test_matrix import LET_IN, address
from web import drawing

_AT = "2024-12-09T10:"


def test_there_are_forty_of_them():
    assert len(set(PAYLOADS)) == 40


@pytest.fixture
def hostile(desk, tmp_path):
    """Units, persons, reasons, numbers, remarks and opinions that are payloads, in a log that took them all."""
    told = list(play(desk.system, [small_year.write(tmp_path / "hostile.jsonl", lines())]))
    assert {r.code for each in told for r in each.refusals} == set()
    return desk


def lines():
    """The name of a unit and of a person, the reason of each; and on the case its reason, remark and paper."""
    for number, text in enumerate(PAYLOADS):
        at = f"{_AT}{number:02d}"
        yield {**line("register-unit", at=at), "reason": text, "data": {
            "code": f"X{number:02d}", "name": text, "kind": "SUBORDINATE_CELL", "parent": "CB",
            "organs": ["cell_committee"]}}  # fmt: skip
        yield {**line("register-person", at=at), "reason": text, "data": {
            "person": f"x{number:02d}", "name": text}}  # fmt: skip
        yield {
            **of_cell("comment", at=at),
            "by": "DB-committee_office",
            "reason": text,
            "data": {"comment": text},
        }
        yield {**of_cell("attach-evidence", at=at), "reason": text, "data": {
            "evidence": f"mc-x{number:02d}", "nodes": ["I.1"], "kind": "figure", "value": "12/12",
            "source": text}}  # fmt: skip
    numbers = [{"document": "DOC-AGG", "number": text} for text in PAYLOADS]
    yield {**of_cell("supplement-dossier", at=f"{_AT}50"), "data": {"documents": numbers}}


def of_cell(verb, **more):
    return {**line(verb, **more), **small_year.SUBJECT, "by": people.OF_UNIT}


def pages(app, case, kind):
    """The address of every page that somebody of a kind may have; those with a search look for a payload."""
    for each in table(app):
        if each.method == "GET" and kind in LET_IN[each.way]:
            yield address(each, case)


def let_through(app, case, somebody, more=()):
    found = {}
    for where in [*pages(app, case, somebody.kind), *more]:
        answer = somebody.browser.get(where)
        assert answer.status_code < 500, where
        if bad := unescaped(answer.text):
            found[where] = bad[:3]
    return found


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("kind", [people.OF_UNIT, "machine"])
def test_what_the_log_has_is_text_on_every_page(app, case, come, kind):
    assert let_through(app, case, come(kind)) == {}


@pytest.mark.parametrize("kind", [people.OF_UNIT, "machine", "visitor"])
def test_what_an_address_has_is_text_on_every_page(app, case, come, kind):
    somebody = come(kind)
    names = ("next", "said", "q", "search", "words", "as_of", "known_at", "unit", "under", "programme",
             "sort", "after", "period", "target", "data.comment", "reason", "on", "done")  # fmt: skip
    for where in pages(app, case, kind):
        for payload in PAYLOADS[::3]:
            answer = somebody.browser.get(where, params=dict.fromkeys(names, payload))
            assert unescaped(answer.text) == [], where


def test_what_a_form_has_is_text_when_it_is_given_back_and_kept(case, come):
    browser = come(people.OF_UNIT).browser
    form = f"/cases/{case}/do/comment"
    names = ("reason", "on", "organ", "signed_by", "data.comment", "made_from", "command_id")
    for payload in PAYLOADS:
        browser.get(form)
        for step in ("check", "save", "do"):
            sent = {**dict.fromkeys(names, payload), payload: payload, "_step": step}
            assert unescaped(browser.give(form, sent).text) == [], step
        for where in (form, "/work"):
            assert unescaped(browser.get(where).text) == []


def test_names_and_passwords_at_the_way_in_are_text(come):
    browser, machine = come("visitor").browser, come("machine").browser
    for payload in PAYLOADS:
        values = {"name": payload, "password": payload, "next": payload, "kept": payload}
        assert unescaped(browser.give("/sign-in", values).text) == []
        assert unescaped(machine.give("/accounts/invite", {"person": payload}).text) == []


@pytest.mark.usefixtures("hostile")
def test_a_page_that_does_not_escape_would_be_found(app, case, come, monkeypatch):
    monkeypatch.setattr(drawing._ENVIRONMENT, "autoescape", False)
    drawing._ENVIRONMENT.cache.clear()
    somebody = come(people.OF_UNIT)
    found = let_through(app, case, somebody)
    monkeypatch.undo()
    drawing._ENVIRONMENT.cache.clear()

    assert f"/cases/{case}/history" in found
