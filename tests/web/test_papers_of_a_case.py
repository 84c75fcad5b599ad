"""Papers are made from the page of a case by whoever may look at it."""

import io

import docx
import pytest

from application.questions import cases as queries
from tests.support import small_year
from tests.web.conftest import account_for, played
from web.desk import Desk


@pytest.fixture
def desk(sqlite_url, tmp_path, clock):
    """A cell that was recognised in 2024."""
    lines = [*small_year.set_up(), *[*small_year.year()][:11]]
    system = played(sqlite_url(), tmp_path, [lines])
    yield Desk(system, clock=clock)
    system.close()


@pytest.fixture
def case(desk):
    [row] = queries.cases(desk.system)
    return row["case"]


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
