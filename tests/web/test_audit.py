"""Whoever inspects sees what became of the people below them, and whether the log is whole; nobody else does."""

import sqlite3

import pytest

from application.intake.scenario import play
from tests.support import small_year
from tests.web.conftest import account_for
from web.auditing import shown
from web.coming_in.accounts import TRIES
from words.catalogue import catalogue

SAID = catalogue("vi")["refusal." + "does_not_inspect"]
INSPECTOR, CELL = "DUK-inspection_commission", "CB-cell_committee"


@pytest.fixture
def inspector(desk, browser):
    account_for(desk, INSPECTOR, "kiem tra")
    browser.come_in("kiem tra")
    return browser


def told(desk, tmp_path, *lines):
    found = list(play(desk.system, [small_year.write(tmp_path / "more.jsonl", lines)]))
    assert {reason.code for each in found for reason in each.refusals} == set()


def line(verb, at, **more):
    return {"do": verb, "by": "quan-tri", "at": f"2024-02-01T{at}", "reason": "lý do", **more}


@pytest.mark.parametrize("who", [CELL, "DUK-organisation_board"])
def test_nobody_else_has_the_page(desk, browser, who):
    account_for(desk, who, "ai do")
    browser.come_in("ai do")

    for answer in (browser.get("/audit"), browser.give("/audit")):
        assert answer.status_code == 409
        assert SAID in answer.text
    assert 'href="/audit"' not in browser.get("/work").text


def test_one_who_inspects_is_led_to_it(inspector):
    assert 'href="/audit"' in inspector.get("/work").text
    assert inspector.get("/audit").status_code == 200


def test_a_right_that_somebody_gave_themselves_is_shown_with_its_place(inspector, desk, tmp_path):
    assert "Bí mật của mình" not in inspector.get("/audit").text
    own = {"mandate": "m9", "organ": "CB/cell_committee"}
    given = line("give-mandate", "09:01", person="quan-tri", data=own)
    told(desk, tmp_path, {**given, "reason": "Bí mật của mình"})
    page = inspector.get("/audit").text

    assert "Bí mật của mình" in page
    assert f'href="/at/{desk.ledger.head().position}"' in page


def test_the_whole_log_is_looked_at_and_what_was_altered_is_told(inspector, desk, tmp_path):
    inspector.get("/audit")
    last = desk.ledger.head().position
    assert f"Sổ nguyên vẹn: cả {last} sự kiện" in inspector.give("/audit").text

    [file] = tmp_path.glob("log-*.db")
    with sqlite3.connect(file) as altering:
        for (name,) in altering.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            altering.execute(f'DROP TRIGGER "{name}"')
        altering.execute("UPDATE event SET actor = 'ai-do' WHERE position = 3")
    altering.close()
    answer = inspector.give("/audit")
    assert "Sổ bị sửa tại vị trí 3" in answer.text
    assert "Có thể tin đến vị trí 2" in answer.text


def test_a_log_that_is_too_long_for_a_page_is_said_to_be(inspector, desk, monkeypatch):
    inspector.get("/audit")
    monkeypatch.setattr(shown, "MOST", desk.ledger.head().position)
    assert "Sổ nguyên vẹn" in inspector.give("/audit").text
    monkeypatch.setattr(shown, "MOST", desk.ledger.head().position - 1)
    assert "Sổ nguyên vẹn" not in inspector.give("/audit").text


def test_accounts_of_people_below_are_followed(inspector, desk, browser):
    account_for(desk, CELL, "chi uy")
    for _ in range(TRIES):
        browser.come_in("chi uy", "khong phai mat khau")
    browser.come_in("kiem tra")

    assert f"Người mẫu {CELL}, Tạm khoá vì nhập sai nhiều lần" in browser.get("/audit").text
    assert inspector is browser
