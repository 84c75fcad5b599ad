"""One's own account: another password, the second factor, sessions, language; each proven by who asks for it."""

import re

import pyotp
import pytest

from application.commands.opening import initialise
from application.running.bootstrap import open_system
from ledger.beside import accounts as kept
from tests.web.conftest import PASSWORD, Browser, account_for
from web.app import make_app
from web.coming_in.accounts import TRIES
from web.coming_in.browsers import browser_named
from web.coming_in.own_account import turn_on
from web.coming_in.second_factor import new_secret
from web.desk import Desk

OFFICE, NEW = "DB-committee_office", "một mật khẩu mới"
_SECRET = re.compile(r'name="secret" value="([A-Z2-7]{32})"')


@pytest.fixture
def office(desk, browser):
    account_for(desk, OFFICE, "van thu")
    browser.come_in("van thu")
    browser.get("/account")
    return browser


def changed(desk):
    return [each.what for each in kept.changes(desk.ledger)]


def new_password(browser, old=PASSWORD, new=NEW, again=NEW):
    return browser.give("/account/password", {"old": old, "password": new, "again": again})


def test_another_password_ends_every_other_session(office, desk, app):
    elsewhere = Browser(app)
    elsewhere.come_in("van thu")
    answer = new_password(office)

    assert "Đã đổi mật khẩu" in answer.text
    assert office.get("/work").status_code == 200
    assert elsewhere.get("/work").status_code == 401
    assert elsewhere.come_in("van thu").status_code == 422
    assert elsewhere.come_in("van thu", NEW).status_code == 200
    assert changed(desk)[0] == "password_changed"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"old": "khong phai no"}, "password_wrong"),
        ({"old": ""}, "password_wrong"),
        ({"again": "khac hẳn nhau"}, "passwords_differ"),
        ({"new": "ngắn", "again": "ngắn"}, "password_length"),
        ({"new": "van thu 2026", "again": "van thu 2026"}, "password_too_plain"),
    ],
)
def test_another_password_is_refused_with_the_reason(office, desk, typed, code, said):
    answer = new_password(office, **typed)

    assert answer.status_code == 422
    assert said(code) in answer.text
    assert "password_changed" not in changed(desk)


@pytest.fixture
def said():
    """How a sentence of a refusal begins, up to its first value."""
    from words.catalogue import catalogue  # noqa: PLC0415 -- read where it is asked for, not at import

    return lambda code: catalogue("vi")[f"refusal.{code}"].split("{")[0]


def test_whoever_guesses_the_old_password_is_locked_out(office):
    for _ in range(TRIES):
        new_password(office, old="khong phai no")

    assert new_password(office).status_code == 422
    assert Browser(office.app, follow_redirects=True).come_in("van thu").status_code == 422


def test_the_second_factor_counts_once_a_code_has_proven_it(office, desk, clock, app):
    secret = _SECRET.search(office.get("/account").text)[1]
    wrong = office.give("/account/second-factor", {"secret": secret, "code": "12345"})
    assert wrong.status_code == 422
    assert _SECRET.search(wrong.text)[1] == secret
    assert Browser(app, follow_redirects=True).come_in("van thu").url.path == "/work"

    code = pyotp.TOTP(secret).at(clock.at)
    right = office.give("/account/second-factor", {"secret": secret, "code": code})
    assert "Đã bật xác thực hai lớp" in right.text
    assert secret not in right.text
    clock.go_on(seconds=30)
    other = Browser(app, follow_redirects=True)
    assert other.come_in("van thu").status_code == 422
    assert other.come_in("van thu", code=pyotp.TOTP(secret).at(clock.at)).url.path == "/work"
    assert changed(desk)[0] == "second_factor_on"


def test_a_second_factor_that_is_on_is_not_put_in_the_place_of(office, desk, clock, said):
    turn_on_now(desk, clock)
    other = new_secret()
    sent = {"secret": other, "code": pyotp.TOTP(other).at(clock.at)}
    answer = office.give("/account/second-factor", sent)

    assert answer.status_code == 422
    assert said("second_factor_is_on") in answer.text
    assert kept.find(desk.ledger, name="van thu").secret != other


def turn_on_now(desk, clock, name="van thu"):
    secret = new_secret()
    turn_on(desk, kept.find(desk.ledger, name=name), secret, pyotp.TOTP(secret).at(clock.at))
    return secret


@pytest.mark.parametrize("secret", ["", "khong phai", "A" * 31, "A" * 33, "a" * 32, "1" * 32])
def test_a_secret_that_is_none_is_refused_as_a_wrong_code(office, desk, secret, said):
    answer = office.give("/account/second-factor", {"secret": secret, "code": "123456"})

    assert answer.status_code == 422
    assert said("code_wrong") in answer.text
    assert kept.find(desk.ledger, name="van thu").secret == ""


def test_the_second_factor_is_turned_off_by_the_password(office, desk, clock):
    secret = turn_on_now(desk, clock)
    office.get("/account")

    assert office.give("/account/second-factor/off", {"password_now": "x"}).status_code == 422
    assert kept.find(desk.ledger, name="van thu").secret == secret
    office.give("/account/second-factor/off", {"password_now": PASSWORD})
    assert kept.find(desk.ledger, name="van thu").secret == ""
    assert changed(desk)[0] == "second_factor_off"


def test_sessions_are_listed_and_ended_by_their_owner_alone(office, app, desk):
    other = Browser(app, headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    other.come_in("van thu")
    page = office.get("/account").text
    assert "Firefox, Windows" in page
    [own] = re.findall(r'name="session" value="([0-9a-f]{64})"', page)

    account_for(desk, "DB-party_committee", "cap uy")
    stranger = Browser(app, follow_redirects=True)
    stranger.come_in("cap uy")
    stranger.give("/account/sessions/end", {"session": own})
    assert other.get("/work").status_code == 200
    office.get("/account")
    office.give("/account/sessions/end", {"session": own})
    assert other.get("/work").status_code == 401
    assert office.get("/work").status_code == 200


def test_every_other_session_is_ended_at_once(office, app):
    others = [Browser(app) for _ in range(2)]
    for each in others:
        each.come_in("van thu")
    office.get("/account")
    office.give("/account/sessions/end")

    assert [each.get("/work").status_code for each in others] == [401, 401]
    assert office.get("/account").status_code == 200


def test_a_language_goes_with_the_account(office, app, desk):
    office.give("/account/language", {"language": "en"})
    other = Browser(app, follow_redirects=True)

    assert 'lang="en"' in other.come_in("van thu").text
    office.get("/account")
    office.give("/account/language", {"language": "xx"})
    assert kept.find(desk.ledger, name="van thu").language == "en"


@pytest.fixture
def real(sqlite_url, clock):
    """A log that is not simulated, with somebody who runs the machine."""
    url = sqlite_url()
    initialise(url, by="quan-tri").close()
    system = open_system(url)
    yield Desk(system, clock=clock)
    system.close()


def test_whoever_runs_the_machine_turns_the_second_factor_on_before_any_other_page(real, clock):
    browser = Browser(make_app(real), follow_redirects=True)
    account_for(real, "", "may chu")
    browser.come_in("may chu")

    first = browser.get("/accounts")
    assert first.status_code == 403
    assert "Hãy bật xác thực hai lớp trước" in first.text
    assert "phải bật xác thực hai lớp" in browser.get("/account").text
    turn_on_now(real, clock, "may chu")
    assert browser.get("/accounts").status_code == 200


def test_a_browser_is_named_and_never_quoted():
    assert browser_named("Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537") == "Chrome, Linux"
    assert browser_named("Mozilla/5.0 (Windows NT 10.0) Chrome/1 Edg/1") == "Edge, Windows"
    assert browser_named("<script>alert(1)</script>") == ""
