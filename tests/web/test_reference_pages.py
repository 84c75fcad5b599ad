"""Persons, programmes, the year's review, search, links to positions, units from a table, within sight."""

import io
import re

import pytest
from openpyxl import Workbook, load_workbook

from application.questions import cases as queries
from application.questions.review_in_sight import tables_in_sight
from application.questions.sight import sight_of
from projections.review.tables import Table
from tests.support import small_year
from tests.web.conftest import Clock, each_once, played
from web.desk import Desk
from words.tables import Column

REGISTRAR, BOARD, CELL, MEMBER = (
    "quan-tri",
    "DUK-organisation_board",
    "CB-cell_committee",
    "thanh-vien",
)
SISTER = "chi-em"


def set_up():
    """A member of the cell without a mandate, and an official of a sister cell."""
    yield from [*small_year.set_up()][:-2]
    line = {"by": REGISTRAR, "at": "2023-12-05T09:00", "reason": "x"}
    yield {
        **line,
        "do": "register-unit",
        "data": {
            "code": "CC",
            "name": "Đơn vị CC",
            "kind": "SUBORDINATE_CELL",
            "parent": "DB",
            "organs": ["cell_committee"],
        },
    }
    for person, name in ((MEMBER, "Trần Đức Thắng"), (SISTER, "Người mẫu chị em")):
        yield {**line, "do": "register-person", "data": {"person": person, "name": name}}
    yield {
        **line,
        "do": "start-membership",
        "person": MEMBER,
        "data": {"unit": "CB"},
    }
    yield {
        **line,
        "do": "give-mandate",
        "person": SISTER,
        "data": {"mandate": "m1", "organ": "CC/cell_committee"},
    }
    yield from [*small_year.set_up()][-2:]  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("year")
    url = f"sqlite:///{folder / 'log.sqlite'}"
    system = played(url, folder, [set_up(), small_year.year()])
    yield Desk(system, clock=Clock())
    system.close()


@pytest.fixture(scope="module")
def seen_by(desk):
    """Somebody at a browser of their own, once for each."""
    return each_once(desk)


def test_officials_are_listed_with_whom_they_act_for_and_mere_members_are_not(seen_by):
    text = seen_by(SISTER).get("/persons").text

    assert "Người mẫu CB-cell_committee" in text
    assert "Trần Đức Thắng" not in text
    assert "CB-cell_committee" not in seen_by(SISTER).get("/persons?as_of=03/12/2023").text
    assert "Người mẫu CB-cell" in seen_by(SISTER).get("/persons?at=CB").text
    assert "Người mẫu DB-" not in seen_by(SISTER).get("/persons?at=CB").text


def test_a_members_page_is_there_for_their_unit_and_those_above_and_for_no_sister(seen_by):
    assert seen_by(BOARD).get(f"/persons/{MEMBER}").status_code == 200
    hidden = seen_by(SISTER).get(f"/persons/{MEMBER}")

    assert hidden.status_code == 404
    assert "Trần Đức Thắng" not in hidden.text
    absent = seen_by(SISTER).get("/persons/zzz").text
    assert hidden.text.replace(MEMBER, "zzz") == absent


def test_an_officials_rights_are_for_everybody_and_their_file_is_not(seen_by):
    answer = seen_by(SISTER).get(f"/persons/{BOARD}")

    assert answer.status_code == 200
    assert "Thay mặt" in answer.text
    assert "Hồ sơ về người này" not in answer.text


def test_search_ignores_tone_marks_and_leads_to_pages(seen_by):
    assert 'href="/units/CB"' in seen_by(BOARD).get("/search?q=don vi cb").text
    assert f'href="/persons/{MEMBER}"' in seen_by(BOARD).get("/search?q=tran duc thang").text
    assert 'href="/cases/' in seen_by(BOARD).get("/search?q=12-qd/du").text


def test_search_shows_nobody_anothers_members_and_cases(seen_by):
    sister = seen_by(SISTER)

    assert "Không tìm thấy gì." in sister.get("/search?q=tran duc thang").text
    assert "Không tìm thấy gì." in sister.get("/search?q=12-qd/du").text
    assert 'href="/units/CB"' in sister.get("/search?q=don vi cb").text


def test_a_search_without_a_letter_is_told(seen_by):
    assert seen_by(BOARD).get("/search?q=...").status_code == 422
    assert seen_by(BOARD).get("/search").status_code == 200


def test_a_position_leads_to_the_history_of_its_case_to_those_who_may_see_it(seen_by, desk):
    [row] = queries.cases(desk.system)
    entry = queries.history(desk.system, row["case"])[0]
    answer = seen_by(BOARD).get(f"/at/{entry['position']}", follow_redirects=False)

    assert answer.headers["location"] == f"/cases/{row['case']}/history#{entry['position']}"
    assert seen_by(SISTER).get(f"/at/{entry['position']}").status_code == 404
    assert {seen_by(BOARD).get(f"/at/{n}").status_code for n in (0, 10**6)} == {404}


def test_a_programme_tells_its_clauses_and_what_is_assumed_and_is_drawn(seen_by):
    board = seen_by(BOARD)
    address = re.search(r'href="(/programmes/kon-tum[^"]*)"', board.get("/programmes").text)[1]
    text = board.get(address).text

    assert "KT-THR-1" in text
    assert "D-01" in text
    assert "<svg" in board.get("/programmes/kon-tum/drawing").text
    assert "Hai bản nói như nhau." in board.get("/programmes/kon-tum/compare").text


@pytest.mark.parametrize("end", ["", "/drawing", "/compare"])
def test_a_programme_or_version_that_is_none_is_not_there(seen_by, end):
    assert seen_by(BOARD).get(f"/programmes/zzz{end}").status_code == 404
    if not end:
        assert seen_by(BOARD).get("/programmes/kon-tum?version=zzz").status_code == 404


def test_a_year_has_its_tables_charts_and_workbook(seen_by):
    board = seen_by(BOARD)
    assert 'href="/year/2024"' in board.get("/year").text
    text = board.get("/year/2024").text

    assert "<svg" in text
    assert 'id="recognitions"' in text
    assert 'href="/rounds/kon-tum/2024"' in text
    book = load_workbook(io.BytesIO(board.get("/year/2024?as=xlsx").content))
    assert len(book.sheetnames) > 5


def test_a_year_without_rounds_and_one_that_is_none_are_told(seen_by):
    assert seen_by(BOARD).get("/year/2023").status_code == 409
    assert seen_by(BOARD).get("/year/abc").status_code == 404


def test_then_and_now_tells_the_revocation_that_came_between(seen_by):
    text = seen_by(BOARD).get("/year/2024/compare?against=31/12/2024").text

    assert "→" in text
    assert seen_by(BOARD).get("/year/2024/compare?against=31/02/2024").status_code == 422


@pytest.mark.parametrize(("mark", "turned"), [("90", 0), ("90,5", 1)])
def test_another_total_turns_a_case_at_its_edge_and_stores_nothing(seen_by, desk, mark, turned):
    before = desk.ledger.head().position
    text = seen_by(BOARD).get(f"/year/2024/what-if?programme=kon-tum&mark.cell={mark}").text

    assert f"đổi kết quả {turned}." in text
    assert desk.ledger.head().position == before


def test_another_total_that_is_no_number_is_told(seen_by):
    answer = seen_by(BOARD).get("/year/2024/what-if?programme=kon-tum&mark.cell=zzz")

    assert answer.status_code == 422
    assert 'value="zzz"' in answer.text


def table(*rows):
    book = Workbook()
    for row in (("Mã", "Tên", "Loại", "Cấp trên"), *rows):
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def sent(browser, content, step, name="don-vi.xlsx"):
    browser.get("/units-by-table")
    values = {"_step": step, "reason": "Nhập đầu năm"}
    return browser.give("/units-by-table", values, files={"file": (name, content)})


def test_units_are_looked_at_before_they_are_imported(seen_by, desk):
    registrar, before = seen_by(REGISTRAR), desk.ledger.head().position
    looked = sent(registrar, table(("CD", "Đơn vị CD", "SUBORDINATE_CELL", "DB")), "check")

    assert "Sẽ nhập 1 đơn vị." in looked.text
    assert desk.ledger.head().position == before
    carried = re.search(r'name="content" value="([^"]*)"', looked.text)[1]
    values = {"_step": "do", "reason": "x", "name": "don-vi.xlsx", "content": carried}
    assert "Đã nhập 1 đơn vị." in registrar.give("/units-by-table", values).text
    assert registrar.get("/units/CD").status_code == 200


def test_a_wrong_row_imports_nothing_and_is_marked_in_the_answer(seen_by, desk):
    registrar, before = seen_by(REGISTRAR), desk.ledger.head().position
    content = table(("CE", "Đơn vị CE", "zzz", "DB"))
    looked = sent(registrar, content, "do")

    assert looked.status_code == 422
    assert "Dòng 2:" in looked.text
    assert desk.ledger.head().position == before
    book = load_workbook(io.BytesIO(sent(registrar, content, "answer").content))
    assert any(cell.comment for row in book.active.iter_rows() for cell in row)


@pytest.mark.parametrize("name", ["../../x.xlsx", "..", "don-vi.csv", "", "ế" * 300 + ".xlsx"])
def test_what_is_no_table_is_told_whatever_it_is_called(seen_by, name):
    assert (
        sent(seen_by(REGISTRAR), b"PK\x03\x04 khong phai bang", "check", name or "x").status_code
        == 422
    )


def test_whoever_may_not_register_units_is_told_so_row_by_row(seen_by, desk):
    before = desk.ledger.head().position
    content = table(("CG", "Đơn vị CG", "SUBORDINATE_CELL", "DB"))

    assert sent(seen_by(CELL), content, "do").status_code == 422
    assert desk.ledger.head().position == before
    assert load_workbook(
        io.BytesIO(seen_by(CELL).get("/units-by-table/template").content)
    ).sheetnames


@pytest.mark.parametrize("content", ["", "???", "AAA"])
def test_a_carried_table_that_is_none_is_told(seen_by, content):
    registrar = seen_by(REGISTRAR)
    registrar.get("/units-by-table")
    answer = registrar.give(
        "/units-by-table", {"_step": "do", "name": "x.xlsx", "content": content}
    )

    assert answer.status_code == 422


def test_the_review_has_rows_about_members_for_those_who_may_see_their_files(desk):
    columns = (Column("programme", "programme"), Column("subject", "subject"))
    rows = [("kon-tum", "unit:CB"), ("kon-tum", f"member:{MEMBER}"), ("kon-tum", None)]

    def seen(person):
        table = Table("recognitions", columns, rows)
        return tables_in_sight(desk.system, table, sight_of(desk.system, person)).rows

    assert seen(BOARD) == rows
    assert seen(MEMBER) == rows
    assert seen(SISTER) == [rows[0], rows[2]]
