"""Forms offer by name what nobody should have to know as a code."""

import re

import pytest

from application.questions import cases as queries
from tests.support import small_year
from tests.web.conftest import account_for
from tests.web.test_score_sheet import sent_by

DECIDER = "DB-party_committee"


@pytest.fixture
def lines():
    return small_year.up_to(2)


@pytest.fixture
def decider(browser, desk):
    account_for(desk, DECIDER, "dang uy")
    browser.come_in("dang uy")
    return browser


def offered(page, name):
    """The values that may be chosen under a name."""
    [found] = re.findall(rf'<select id="{name}".*?</select>', page.text, re.DOTALL) or [""]
    ticked = re.findall(rf'type="(?:checkbox|radio)" name="{name}" value="([^"]*)"', page.text)
    return set(re.findall(r'<option value="([^"]+)"', found)) | set(ticked)


def test_only_who_may_act_for_the_deciding_organ_is_offered_as_a_voter(decider, desk):
    [case] = queries.cases(desk.system)
    page = decider.get(f"/cases/{case['case']}/do/decide")

    assert offered(page, "data.voters") == {DECIDER}
    assert "Người mẫu DB-party_committee" in page.text
    assert "Mã những người" not in page.text


def test_organs_are_those_of_units_in_sight(decider):
    page = decider.get("/do/delegate")
    organs = offered(page, "data.organ")

    assert {"DB/party_committee", "CB/cell_committee"} <= organs
    assert not any(organ.startswith("DUK/") for organ in organs)
    assert "DU/standing_committee" not in page.text


def test_units_and_papers_are_offered_by_name(decider):
    page = decider.get("/do/file-monthly-report")

    assert "CB" in offered(page, "target_unit")
    assert "DUK" not in offered(page, "target_unit")
    assert "DOC-REPORT" in offered(page, "data.document.document")
    assert sent_by(page)["data.document.document"] == []


def test_a_case_leads_to_the_months_of_its_unit(decider, desk):
    [case] = queries.cases(desk.system)

    assert 'href="/units/CB/months"' in decider.get(f"/cases/{case['case']}").text
    assert re.search(r"/units/CB/\d+/\d+$", str(decider.get("/units/CB/months").url))


def test_nobody_makes_up_a_name_for_evidence(browser, desk):
    """The small year has named one piece itself; the next free name is taken."""
    account_for(desk, "CB-cell_committee", "chi uy")
    browser.come_in("chi uy")
    [case] = queries.cases(desk.system)
    page = browser.get(f"/cases/{case['case']}/do/attach-evidence")

    assert 'type="hidden" name="data.evidence" value="mc-2"' in page.text
    assert "Mã minh chứng" not in page.text
    form = browser.get(f"/cases/{case['case']}/do/file-petition")
    assert 'name="data.petition" value="kn-1"' in form.text


def test_what_is_taken_back_is_chosen_by_what_it_is(browser, desk):
    account_for(desk, "CB-cell_committee", "chi uy")
    browser.come_in("chi uy")
    [case] = queries.cases(desk.system)
    page = browser.get(f"/cases/{case['case']}/do/withdraw-evidence")

    assert "Minh chứng cần rút" in page.text
    assert "số liệu: 12/12, 01/11/2024" in page.text
