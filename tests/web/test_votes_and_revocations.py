"""Ballots that are told as one types, and what a revocation would touch before it is sent."""

import re

import pytest

from tests.support import small_year
from tests.web.conftest import account_for
from tests.web.test_score_sheet import go, refused_for, sent_by

CELL, DECIDER = "CB-cell_committee", "DB-party_committee"


@pytest.fixture
def lines():
    """A recognition that stands, with a defect found and explained."""
    return small_year.up_to(13)


def come_in(browser, desk, person):
    account_for(desk, person, "nguoi dung")
    browser.come_in("nguoi dung")


@pytest.mark.parametrize(
    ("valid", "told"), [("7", "Ghi các số theo biên bản"), ("6", "said-wrong")]
)
def test_ballots_that_do_not_add_up_are_told_as_one_types(browser, desk, case, valid, told):
    come_in(browser, desk, CELL)
    form = f"/cases/{case}/do/count-ballots"
    counted = {"data.returned": "8", "data.valid": valid, "data.invalid": "1"}
    typed = {**sent_by(browser.get(form)), **counted}
    part = browser.give(form, {**typed, "_step": "save"}, headers={"HX-Request": "true"}).text

    assert 'id="ballots"' in part
    assert told in part
    assert ("said-wrong" in part) is (valid == "6")
    assert told in browser.give(form, {**typed, "_step": "save"}).text


def test_another_form_says_nothing_of_ballots(browser, desk, case):
    come_in(browser, desk, CELL)

    assert 'id="ballots"' not in browser.get(f"/cases/{case}/do/comment").text


def test_what_a_revocation_touches_is_told_before_it_is_sent(browser, desk, case):
    come_in(browser, desk, DECIDER)
    form = f"/cases/{case}/do/revoke"
    named = {
        "data.number": "5-QĐ/ĐU",
        "data.ground": "criteria_not_met",
        "data.effect": "as_if_never",
    }
    before = desk.ledger.head().position
    page = go(browser, form, {**sent_by(browser.get(form)), **named}, "check")

    assert page.status_code == 200, refused_for(page)
    assert "Việc thu hồi sẽ ảnh hưởng đến" in page.text
    assert re.search(r"Số năm liền được công nhận: đang là 1, sẽ còn 0", page.text)
    assert desk.ledger.head().position == before
