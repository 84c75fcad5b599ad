"""Papers are made from the page of a case by whoever may look at it."""

import io

import docx
import pytest

from tests.support import small_year
from tests.web.conftest import account_for


@pytest.fixture
def lines():
    """A cell that was recognised in 2024."""
    return small_year.up_to(11)


def test_a_decision_comes_as_a_word_file_with_its_number(browser, desk, case):
    account_for(desk, "DB-party_committee", "dang uy")
    browser.come_in("dang uy")
    address = f"/cases/{case}/papers/DOC-DEC"
    assert f'href="{address}"' in browser.get(f"/cases/{case}").text
    answer = browser.get(address)
    document = docx.Document(io.BytesIO(answer.content))

    text = "\n".join(
        [each.text for each in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert "12-QĐ/ĐU" in text
    assert "attachment" in answer.headers["content-disposition"]


def test_a_paper_that_the_case_is_not_ready_for_is_refused_in_words(browser, desk, case):
    account_for(desk, "DB-party_committee", "dang uy")
    browser.come_in("dang uy")

    answer = browser.get(f"/cases/{case}/papers/DOC-REV")
    assert answer.status_code == 409
    assert "/papers/DOC-REV" not in browser.get(f"/cases/{case}").text
    assert browser.get(f"/cases/{case}/papers/khong-co").status_code == 409


def test_a_paper_of_a_case_out_of_sight_is_not_there(browser, desk, case):
    account_for(desk, "quan-tri", "lap so")
    browser.come_in("lap so")

    assert browser.get(f"/cases/{case}/papers/DOC-DEC").status_code == 404
