"""Who runs the machine invites, recovers, closes and opens; and reads nothing that anybody typed."""

import re

import pytest

from ledger.beside import accounts as kept
from tests.web.conftest import PASSWORD, Browser, account_for
from web.coming_in.accounts import TRIES
from words.catalogue import catalogue

OFFICE = "DB-committee_office"
_LINK = re.compile(r"http://testserver(/join/[A-Za-z0-9_-]{43})<")


def said(code):
    return re.split(r"\{[a-z]+\}", catalogue("vi")[f"refusal.{code}"])[-1]


@pytest.fixture
def machine(browser, desk):
    account_for(desk, "", "may chu")
    browser.come_in("may chu")
    browser.get("/accounts")
    return browser


def link(answer):
    assert answer.status_code == 200
    return _LINK.search(answer.text)[1]


def join(app, address, name="van thu"):
    other = Browser(app, follow_redirects=True)
    other.get(address)
    return other.give(address, {"name": name, "password": PASSWORD, "again": PASSWORD})


def test_a_person_is_invited_by_name_and_comes_in_by_a_link_that_is_shown_once(machine, desk, app):
    address = link(machine.give("/accounts/invite", {"person": f"nguoi mau {OFFICE}"}))
    waiting = machine.get("/accounts").text

    assert f"Người mẫu {OFFICE}: liên kết dùng được đến 12/01/2026" in waiting
    assert address not in waiting
    assert join(app, address).url.path == "/work"
    assert kept.find(desk.ledger, name="van thu").person == OFFICE
    after = machine.get("/accounts").text
    assert "liên kết dùng được đến" not in after
    assert "Tạo tài khoản" in after


@pytest.mark.parametrize(
    ("typed", "code"), [("", "account_person_missing"), ("khong co ai the ca", "person_unknown")]
)
def test_nobody_is_invited_whom_the_log_does_not_know(machine, typed, code):
    answer = machine.give("/accounts/invite", {"person": typed})

    assert answer.status_code == 422
    assert said(code) in answer.text
    assert f'value="{typed}"' in answer.text


def test_a_person_has_one_account(machine, desk):
    account_for(desk, OFFICE, "van thu")
    answer = machine.give("/accounts/invite", {"person": OFFICE})

    assert answer.status_code == 422
    assert said("account_there_already") in answer.text


def test_another_administrator_is_invited(machine, app, desk):
    address = link(machine.give("/accounts/invite", {"person": "", "whom": "administrator"}))

    assert join(app, address, "may hai").url.path == "/account"
    assert kept.find(desk.ledger, name="may hai").runs_the_machine


def test_an_account_is_recovered_by_a_new_link(machine, app, desk):
    office = account_for(desk, OFFICE, "van thu")
    address = link(machine.give(f"/accounts/{office.id}/recover"))
    other = Browser(app, follow_redirects=True)
    other.get(address)
    new = {"password": "một mật khẩu mới", "again": "một mật khẩu mới"}

    assert other.give(address, new).url.path == "/work"
    assert other.come_in("van thu").status_code == 422
    assert other.come_in("van thu", "một mật khẩu mới").url.path == "/work"


def test_a_closed_account_lets_nobody_in_until_it_is_opened_again(machine, app, desk):
    office = account_for(desk, OFFICE, "van thu")
    other = Browser(app, follow_redirects=True)
    other.come_in("van thu")

    assert "Đã đóng tài khoản" in machine.give(f"/accounts/{office.id}/close").text
    assert other.get("/work").status_code == 401
    assert other.come_in("van thu").status_code == 422
    refused = machine.give(f"/accounts/{office.id}/recover")
    assert refused.status_code == 422
    assert said("account_closed") in refused.text
    machine.give(f"/accounts/{office.id}/open")
    assert other.come_in("van thu").url.path == "/work"
    assert [each.what for each in kept.changes(desk.ledger, office.id)] == [
        "opened", "closed", "made",
    ]  # fmt: skip


def test_the_last_that_runs_the_machine_stays_open(machine, desk):
    own = kept.find(desk.ledger, name="may chu")
    refused = machine.give(f"/accounts/{own.id}/close")

    assert refused.status_code == 422
    assert said("account_last_administrator") in refused.text
    account_for(desk, "", "may hai")
    machine.get("/accounts")
    machine.give(f"/accounts/{own.id}/close")
    assert kept.find(desk.ledger, name="may chu").closed_at
    assert machine.get("/accounts").status_code == 401


@pytest.mark.parametrize("act", ["recover", "close", "open"])
def test_an_account_that_is_none_is_told_as_that(machine, act):
    answer = machine.give(f"/accounts/khong-co/{act}")

    assert answer.status_code == 422
    assert said("no_such_account") in answer.text


def test_an_account_that_is_locked_is_shown_so(machine, app, desk):
    account_for(desk, OFFICE, "van thu")
    other = Browser(app, follow_redirects=True)
    for _ in range(TRIES):
        other.come_in("van thu", "khong phai mat khau")

    page = machine.get("/accounts").text
    assert "tạm khoá đến 05/01/2026 15:15" in page
    assert "Tạm khoá vì nhập sai nhiều lần" in page


def test_persons_have_no_such_page(desk, browser):
    office = account_for(desk, OFFICE, "van thu")
    browser.come_in("van thu")

    assert browser.get("/accounts").status_code == 403
    assert browser.give("/accounts/invite", {"whom": "administrator"}).status_code == 403
    assert browser.give(f"/accounts/{office.id}/close").status_code == 403
    assert not kept.find(desk.ledger, name="van thu").closed_at
