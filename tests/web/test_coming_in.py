"""Who comes in and who does not; nobody learns from an answer which accounts there are."""

import pytest

from ledger.beside import accounts as kept
from tests.web.conftest import PASSWORD, account_for
from web.coming_in import accounts
from web.coming_in.accounts import TRIES

OFFICE = "DB-committee_office"
WRONG = "Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng"


@pytest.fixture
def office(desk):
    return account_for(desk, OFFICE, "van thu")


@pytest.mark.usefixtures("office")
def test_a_right_password_leads_to_ones_work(browser):
    answer = browser.come_in("Văn Thư")

    assert answer.url.path == "/work"
    assert "Người mẫu DB-committee_office" in answer.text


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("name", ["van thu", "khong ai"])
def test_a_wrong_password_and_a_name_that_is_none_are_answered_alike(browser, name):
    answer = browser.come_in(name, "khong phai mat khau")

    assert answer.status_code == 422
    assert WRONG in answer.text
    assert browser.get("/work").status_code == 401


@pytest.mark.usefixtures("office")
def test_after_five_wrong_tries_the_right_password_is_not_taken_for_a_while(browser, desk, clock):
    for _ in range(TRIES - 1):
        browser.come_in("van thu", "khong phai mat khau")
    assert browser.come_in("van thu").url.path == "/work"
    browser.give("/sign-out")
    for _ in range(TRIES):
        browser.come_in("van thu", "khong phai mat khau")

    assert browser.come_in("van thu").status_code == 422
    clock.go_on(minutes=16)
    assert browser.come_in("van thu").url.path == "/work"
    assert kept.changes(desk.ledger)[0].what == "locked"


@pytest.mark.usefixtures("office")
def test_a_session_ends_when_it_stands_still_and_when_somebody_goes(browser, clock):
    browser.come_in("van thu")
    clock.go_on(minutes=119)
    assert browser.get("/work").status_code == 200
    clock.go_on(minutes=121)
    assert browser.get("/work").status_code == 401
    browser.come_in("van thu")
    browser.give("/sign-out")
    assert browser.get("/work").status_code == 401


@pytest.mark.usefixtures("office")
def test_a_session_ends_after_half_a_day_whatever_was_done(browser, clock):
    browser.come_in("van thu")
    for _ in range(11):
        clock.go_on(hours=1)
        assert browser.get("/work").status_code == 200
    clock.go_on(hours=1, minutes=1)
    assert browser.get("/work").status_code == 401


def test_an_invitation_makes_one_account(browser, desk):
    secret = accounts.invited(desk, by="", person=OFFICE)
    browser.get(f"/join/{secret}")
    values = {"name": "Văn Thư", "password": PASSWORD, "again": PASSWORD}

    assert browser.give(f"/join/{secret}", values).url.path == "/work"
    assert kept.find(desk.ledger, name="van thu").person == OFFICE
    assert browser.get(f"/join/{secret}").status_code == 404


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": "", "password": PASSWORD, "again": PASSWORD}, "Hãy đặt tên đăng nhập."),
        ({"name": "a b", "password": "chín ký t", "again": "chín ký t"}, "từ 10 đến 200 ký tự"),
        ({"name": "a b", "password": "aaaaaaaaaa", "again": "aaaaaaaaaa"}, "quá dễ đoán"),
        ({"name": "gà vàng", "password": PASSWORD, "again": PASSWORD}, "quá dễ đoán"),
        ({"name": "a b", "password": PASSWORD, "again": "khác hẳn nhau"}, "khác nhau"),
    ],
)
def test_an_account_is_refused_with_the_reason_and_the_invitation_stays_good(
    browser, desk, values, said
):
    secret = accounts.invited(desk, by="", person=OFFICE)
    browser.get(f"/join/{secret}")
    answer = browser.give(f"/join/{secret}", values)

    assert answer.status_code == 422
    assert said in answer.text
    assert kept.listed(desk.ledger) == []
    assert browser.get(f"/join/{secret}").status_code == 200


def test_an_invitation_is_over_after_a_week(browser, desk, clock):
    secret = accounts.invited(desk, by="", person=OFFICE)
    clock.go_on(days=7)
    assert browser.get(f"/join/{secret}").status_code == 200
    clock.go_on(seconds=1)
    assert browser.get(f"/join/{secret}").status_code == 404


def test_a_recovered_account_has_a_new_password_and_no_open_session(browser, desk, office):
    browser.come_in("van thu")
    secret = accounts.invited(desk, by="", account=office.id)
    accounts.join(desk, secret, "", "mật khẩu khác hẳn", "vi")

    assert browser.get("/work").status_code == 401
    assert browser.come_in("van thu").status_code == 422
    assert browser.come_in("van thu", "mật khẩu khác hẳn").url.path == "/work"


@pytest.mark.usefixtures("office")
def test_a_form_of_another_site_changes_nothing(browser):
    browser.come_in("van thu")

    assert browser.post("/sign-out", data={"_token": "0" * 64}).status_code == 409
    assert browser.post("/sign-out", data={}).status_code == 409
    sent = {"sec-fetch-site": "cross-site"}
    assert browser.give("/sign-out", headers=sent).status_code == 409
    assert browser.get("/work").status_code == 200


def test_who_runs_the_machine_has_no_work_on_cases(browser, desk):
    account_for(desk, "", "may chu")
    browser.come_in("may chu")

    assert browser.get("/work").status_code == 403
    assert browser.get("/cases").status_code == 403
