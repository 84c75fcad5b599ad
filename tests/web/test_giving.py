"""A command on a page: its form, the check, what became of it; and nothing typed is ever lost."""

import re

import pytest

from ledger.beside import drafts
from tests.support import small_year
from tests.web.conftest import account_for

CHOOSER, CELL, OFFICE = "DUK-standing_committee", "CB-cell_committee", "DB-committee_office"


@pytest.fixture
def lines():
    """A cell's dossier has been returned, and waits for what is missing."""
    return small_year.up_to(8)


@pytest.fixture
def cell(browser, desk):
    account_for(desk, CELL, "chi uy")
    browser.come_in("chi uy")
    return browser


@pytest.fixture
def form(case):
    return f"/cases/{case}/do/supplement-dossier"


def hidden(answer, name):
    return re.search(rf'name="{name}" value="([^"]*)"', answer.text)[1]


def values(answer, **more):
    named = {
        "data.documents.new0.document": "DOC-AGG",
        "data.documents.new0.number": "03-BC/CB",
        "reason": "Bổ sung theo yêu cầu",
        "on": "09/12/2024",
        "command_id": hidden(answer, "command_id"),
        "made_from": hidden(answer, "made_from"),
    }
    return {**named, **more}


def test_what_waits_for_a_person_is_a_button_to_its_form(cell, form):
    assert f'href="{form}"' in cell.get("/work").text


def test_a_command_is_checked_then_done_and_told(cell, desk, case, form):
    before = desk.ledger.head().position
    typed = values(cell.get(form))
    check = cell.give(form, {**typed, "_step": "check"})

    assert check.status_code == 200
    assert "Chưa có gì được ghi" in check.text
    assert desk.ledger.head().position == before
    done = cell.give(form, {**typed, "_step": "do"})
    assert done.url.path == f"/cases/{case}"
    assert "Đã ghi." in done.text
    assert "03-BC/CB" in done.text
    assert desk.ledger.head().position == before + 1


def test_what_is_wrong_is_said_beside_its_place_with_everything_typed_still_there(cell, desk, form):
    before = desk.ledger.head().position
    answer = cell.give(form, values(cell.get(form), on="31/02/2024", _step="check"))

    assert answer.status_code == 422
    assert 'href="#on"' in answer.text
    assert 'value="03-BC/CB"' in answer.text
    assert desk.ledger.head().position == before


def test_sent_twice_it_is_done_once(cell, desk, form):
    typed = values(cell.get(form), _step="do")
    before = desk.ledger.head().position
    for _ in range(2):
        cell.give(form, typed)

    assert desk.ledger.head().position == before + 1


def test_a_draft_comes_back_and_goes_when_its_command_is_done(cell, desk, form):
    typed = values(cell.get(form))
    saved = cell.give(form, {**typed, "_step": "save"})
    assert "Đã lưu nháp lúc" in saved.text
    again = cell.get(form)
    assert 'value="03-BC/CB"' in again.text
    assert "Bản nháp" in cell.get("/work").text

    cell.give(form, {**typed, "_step": "do"})
    assert "Bản nháp" not in cell.get("/work").text
    assert drafts.drafts_of(desk.ledger, drafts_owner(desk)) == []


def drafts_owner(desk):
    from ledger.beside import accounts  # noqa: PLC0415 -- named as what is kept, beside `account_for`

    return accounts.find(desk.ledger, name="chi uy").id


def test_a_session_that_is_over_in_the_middle_of_a_form_loses_nothing(cell, desk, clock, form):
    typed = values(cell.get(form), _step="do")
    before = desk.ledger.head().position
    clock.go_on(hours=3)
    way_in = cell.give(form, typed)
    assert way_in.status_code == 401
    assert "còn nguyên" in way_in.text
    carried = re.search(r'name="kept" value="([^"]*)"', way_in.text)[1].replace("&#34;", '"')
    back = cell.give(
        "/sign-in",
        {"name": "chi uy", "password": "ba con gà vàng", "kept": carried, "next": form},
    )

    assert back.url.path == form
    assert 'value="03-BC/CB"' in back.text
    assert desk.ledger.head().position == before


def test_what_one_typed_is_not_given_to_another(cell, desk, clock, form):
    account_for(desk, OFFICE, "van thu")
    typed = values(cell.get(form), _step="do")
    clock.go_on(hours=3)
    way_in = cell.give(form, typed)
    carried = re.search(r'name="kept" value="([^"]*)"', way_in.text)[1].replace("&#34;", '"')
    cell.give("/sign-in", {"name": "van thu", "password": "ba con gà vàng", "kept": carried})

    assert "Bản nháp" not in cell.get("/work").text


def test_more_rows_are_given_where_they_are_asked_for(cell, form):
    first = cell.get(form)
    more = cell.give(form, values(first, _step="more:data.documents"))

    assert first.text.count('.number"') < more.text.count('.number"')
    assert 'value="03-BC/CB"' in more.text


def test_a_form_of_an_older_session_is_given_back_and_not_carried_out(cell, desk, form):
    typed = values(cell.get(form), _step="do")
    before = desk.ledger.head().position
    answer = cell.post(form, data={**typed, "_token": "0" * 64})

    assert answer.status_code == 422
    assert 'value="03-BC/CB"' in answer.text
    assert desk.ledger.head().position == before


def test_what_came_between_and_matters_is_told(cell, form):
    typed = values(cell.get(form), _step="do")
    other = values(cell.get(form), _step="do", command_id="11111111-1111-4111-8111-111111111111")
    cell.give(form, other)
    answer = cell.give(form, typed)

    assert answer.status_code == 422
    assert 'value="03-BC/CB"' in answer.text


def test_a_command_that_is_none_has_no_form(cell, case):
    assert cell.get(f"/cases/{case}/do/khong-co").status_code == 404
    assert cell.get("/do/appraise").status_code == 404
    assert cell.get("/cases/khong-co").status_code == 404
