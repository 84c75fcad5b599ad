"""What a person may look at: their units and all below, what their body was asked about, their own; nothing else."""

import pytest

from tests.support import small_year
from tests.web.conftest import account_for

PAGES = ("", "/history", "/blame", "/do/comment")


@pytest.fixture
def lines():
    """A cell's case; and a sister cell with a committee of its own, and somebody who acts for nobody."""
    sister = [
        {"do": "register-unit", "by": "quan-tri", "at": "2023-12-05T09:00", "reason": "x", "data": {
            "code": "CC", "name": "Đơn vị CC", "kind": "SUBORDINATE_CELL", "parent": "DB",
            "organs": ["cell_committee"]}},
        {"do": "register-person", "by": "quan-tri", "at": "2023-12-05T09:00", "reason": "x", "data": {
            "person": "chi-em", "name": "Người mẫu chị em"}},
        {"do": "give-mandate", "by": "quan-tri", "at": "2023-12-05T09:00", "reason": "x", "person": "chi-em", "data": {
            "mandate": "m1", "organ": "CC/cell_committee"}},
        {"do": "register-person", "by": "quan-tri", "at": "2023-12-05T09:00", "reason": "x", "data": {
            "person": "nguoi-la", "name": "Người mẫu lạ"}},
    ]  # fmt: skip
    up = [*small_year.set_up()]
    return [*up[:-2], *sister, *up[-2:], *[*small_year.year()][:8]]


@pytest.mark.parametrize(
    "who", ["CB-cell_committee", "DB-party_committee", "DUK-organisation_board"]
)
def test_a_case_is_seen_from_its_unit_and_from_every_unit_above(browser, desk, case, who):
    account_for(desk, who, "ai do")
    browser.come_in("ai do")

    assert {browser.get(f"/cases/{case}{end}").status_code for end in PAGES} == {200}
    assert f"/cases/{case}" in browser.get("/cases").text


@pytest.mark.parametrize("who", ["chi-em", "nguoi-la"])
def test_a_case_is_not_there_for_a_sister_unit_and_for_a_stranger(browser, desk, case, who):
    account_for(desk, who, "ai do")
    browser.come_in("ai do")

    assert {browser.get(f"/cases/{case}{end}").status_code for end in PAGES} == {404}
    assert browser.give(f"/cases/{case}/do/comment", {"_step": "do"}).status_code == 404
    assert f"/cases/{case}" not in browser.get("/cases").text


def test_a_case_that_is_none_is_answered_as_one_that_may_not_be_seen(browser, desk, case):
    account_for(desk, "chi-em", "ai do")
    browser.come_in("ai do")
    none = "00000000-0000-5000-8000-000000000000"

    hidden, absent = browser.get(f"/cases/{case}").text, browser.get(f"/cases/{none}").text
    assert hidden.replace(case, "X") == absent.replace(none, "X")
