"""A unit's month on one page: what is recorded of it, and its forms with unit and year filled in."""

import html
import re

import pytest

from application.questions.cases import world_of
from tests.support import small_year
from tests.web.conftest import account_for
from tests.web.test_score_sheet import refused_for, sent_by

CELL = "CB-cell_committee"
MONTH = "/units/CB/2024/3"


def member(person, **more):
    return {
        "do": "start-membership", "by": "quan-tri", "at": "2024-01-06T09:00", "reason": "lý do",
        "person": person, "data": {"unit": "CB", **more},
    }  # fmt: skip


@pytest.fixture
def lines():
    """A cell with three members on its roll, of whom one is exempt, in the middle of March."""
    members = [member(CELL), member("CB-cell"), member("DB-party_committee")]
    exempt = {
        "do": "record-exemption", "by": "quan-tri", "at": "2024-03-20T09:00", "reason": "lý do",
        "person": "DB-party_committee", "data": {},
    }  # fmt: skip
    return [*small_year.set_up(), *members, exempt]


@pytest.fixture
def cell(browser, desk):
    account_for(desk, CELL, "chi uy")
    browser.come_in("chi uy")
    return browser


def form_of(page, verb):
    """The address behind the button of a command."""
    return html.unescape(re.search(rf'href="(/do/{verb}\?[^"]*)"', page.text)[1])


def done(browser, address, **named):
    typed = {**sent_by(browser.get(address)), "reason": "Theo sổ", "on": "20/03/2024"}
    answer = browser.give(address.partition("?")[0], {**typed, **named, "_step": "do"})
    assert answer.url.path.startswith("/done/"), refused_for(answer)


def test_an_empty_month_says_so_and_lists_the_roll(cell):
    page = cell.get(MONTH).text

    assert "Tháng 3 năm 2024" in page
    assert "Chưa ghi buổi sinh hoạt nào" in page
    assert page.count("Ghi đã nộp") == 3
    assert page.count("được miễn sinh hoạt") == 1


def test_a_meeting_is_recorded_by_who_came_without_any_code_typed(cell, desk):
    address = form_of(cell.get(MONTH), "record-meeting")
    form = cell.get(address)
    assert "Đơn vị CB, năm 2024" in form.text
    assert 'name="data.meeting" value="2024-03"' in form.text
    typed = sent_by(form)
    assert typed["roll.CB-cell"] == ["present"]
    assert typed["roll.DB-party_committee"] == ["exempt"]

    done(cell, address, **{"data.minutes": "90", "roll.CB-cell": "excused"})
    [fact] = world_of(desk.system).unit_year("CB", 2024).meetings.values()
    assert (fact.event.present, fact.event.excused) == ([CELL], ["CB-cell"])
    assert fact.event.exempt == ["DB-party_committee"]
    page = cell.get(MONTH).text
    assert "có mặt 1 · vắng có lý do 1 · được miễn 1" in page
    assert "20/03/2024, 90 phút" in page
    assert "Chưa ghi buổi sinh hoạt nào" in cell.get("/units/CB/2024/2").text


def test_a_second_meeting_of_a_month_gets_another_name(cell):
    first = form_of(cell.get(MONTH), "record-meeting")
    done(cell, first, **{"data.minutes": "90"})

    assert "data.meeting=2024-03-2" in form_of(cell.get(MONTH), "record-meeting")


def test_a_meeting_is_rated_from_its_line_and_a_fee_from_its_member(cell):
    done(cell, form_of(cell.get(MONTH), "record-meeting"), **{"data.minutes": "90"})
    done(cell, form_of(cell.get(MONTH), "rate-meeting"), **{"data.rating": "GOOD"})
    done(cell, form_of(cell.get(MONTH), "record-fee"))
    page = cell.get(MONTH).text

    assert "Xếp loại buổi này" not in page
    assert ">tốt<" in page.replace("\n", "") or "tốt</li>" in page
    assert page.count("Đã nộp 20/03/2024") == 1


@pytest.mark.parametrize(
    "address",
    [
        "/units/CB/2024/0",
        "/units/CB/2024/13",
        "/units/DUK/2024/3",
        "/units/KHONG/2024/3",
        "/units/CB/1999/3",
    ],
)
def test_a_month_that_is_none_or_of_a_unit_out_of_sight_is_not_there(cell, address):
    assert cell.get(address).status_code == 404


def test_the_first_and_the_last_month_are_there(cell):
    assert cell.get("/units/CB/2024/1").status_code == 200
    assert cell.get("/units/CB/2024/12").status_code == 200


def test_a_form_without_a_target_offers_units_and_a_year(cell, desk):
    form = cell.get("/do/record-fee")
    assert 'name="target_unit"' in form.text
    typed = {**sent_by(form), "reason": "Theo sổ", "target_unit": "CB", "target_year": "2024"}
    chosen = {"data.member": CELL, "data.month": "4", "on": "20/03/2024"}
    answer = cell.give("/do/record-fee", {**typed, **chosen, "_step": "do"})

    assert answer.url.path.startswith("/done/"), refused_for(answer)
    assert (CELL, 4) in world_of(desk.system).unit_year("CB", 2024).fees
