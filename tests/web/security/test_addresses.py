"""Nobody is sent on to another site, and no address or name of a file leads out of where it belongs."""

import pytest

from tests.web.conftest import PASSWORD, account_for
from tests.web.security import conftest as people
from web.coming_in.pages import ours

ELSEWHERE = (
    "//evil.vn", "///evil.vn", "/\\evil.vn", "\\\\evil.vn", "https://evil.vn", "HTTPS:evil.vn", "javascript:alert(1)",
    "evil.vn", "/\t/evil.vn", "/\n/evil.vn", "/\r//evil.vn", " //evil.vn", "\t//evil.vn", "/x\n/evil.vn",
    "data:text/html,x", "", "/\x00/evil.vn", "/\\/evil.vn",
)  # fmt: skip


@pytest.mark.parametrize("address", ELSEWHERE)
def test_an_address_of_another_site_is_none_of_ours(address):
    assert ours(address) == ""


@pytest.mark.parametrize(
    "address", ["/", "/work", "/cases?unit=CB&search=a%2F%2Fb", "/cases/x/history#p1"]
)
def test_an_address_of_ours_is_gone_on_to(address):
    assert ours(address) == address


def test_coming_in_leads_to_no_other_site(come, desk):
    browser = come("visitor").browser
    account_for(desk, people.OF_UNIT, "chi uy")
    for address in filter(str.strip, ELSEWHERE):
        browser.cookies.clear()
        browser.get("/sign-in")
        sent = {"name": "chi uy", "password": PASSWORD, "next": address}
        assert browser.give("/sign-in", sent).headers["location"] == "/work", address


def test_choosing_a_language_leads_to_no_other_site(come):
    browser = come("visitor").browser
    for back in ELSEWHERE:
        answer = browser.give("/language", {"language": "en", "back": back})
        assert answer.headers["location"] == "/", back


OUTSIDE = (
    "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/%2e%2e%2fapp.py",
    "/static/....//app.py", "/static//etc/passwd", "/static/%00", "/static/vendor/..%5c..%5capp.py",
)  # fmt: skip
NONE = ("../../x", "..%2f..%2fx", "a%00b", "%0d%0aSet-Cookie:a=b", "x" * 5000)
PLACES = ("/cases/{}", "/cases/{}/history", "/do/{}", "/join/{}", "/done/{}")


def test_no_file_is_read_from_outside_its_folder(come):
    browser = come(people.OF_UNIT).browser
    for address in OUTSIDE:
        answer = browser.get(address)
        assert answer.status_code in {400, 404}, address
        assert "import" not in answer.text
        assert "root:" not in answer.text


def test_a_name_that_is_none_is_answered_with_words(come):
    browser = come(people.OF_UNIT).browser
    for address in [place.format(name) for place in PLACES for name in NONE]:
        answer = browser.get(address)
        assert answer.status_code in {400, 404, 422}, address
        assert "Chưa làm được" in answer.text
        assert "Traceback" not in answer.text
