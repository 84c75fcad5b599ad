"""Lists: filters, sort, columns and pages in the address; the same rows as files that run nothing; nobody's files."""

import io
import re
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from documents.lists.csv_text import harmless, list_csv
from documents.lists.workbook import list_workbook
from tests.support import small_year
from tests.web.conftest import Browser, Clock, account_for, played
from web.app import make_app
from web.desk import Desk
from web.lists import page

CELL, BOARD = "CB-cell_committee", "DUK-organisation_board"
LISTS = ("/cases", "/units", "/register", "/rounds")
FORMULAS = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A cell was recognised in 2024, and that was revoked in 2026."""
    folder = tmp_path_factory.mktemp("year")
    url = f"sqlite:///{folder / 'log.sqlite'}"
    system = played(url, folder, [small_year.set_up(), small_year.year()])
    yield Desk(system, clock=Clock())
    system.close()


@pytest.fixture(scope="module")
def come(desk):
    """Somebody at a browser of their own."""
    app = make_app(desk)

    def in_as(person):
        browser = Browser(app, follow_redirects=True)
        account_for(desk, person, person)
        browser.come_in(person)
        return browser

    return in_as


@pytest.fixture(scope="module")
def board(come):
    return come(BOARD)


def rows(answer):
    """The words of each row of the table."""
    body = re.search(r"<tbody>(.*?)</tbody>", answer.text, re.DOTALL)
    found = re.findall(r"<tr>(.*?)</tr>", body[1] if body else "", re.DOTALL)
    return [re.sub(r"<[^>]+>", "|", row) for row in found]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_has_its_rows_on_the_page_as_csv_and_as_a_workbook(board, address):
    shown = board.get(address)
    csv = board.get(f"{address}?as=csv")
    book = board.get(f"{address}?as=xlsx")

    count = len(rows(shown))
    assert count > 0
    assert csv.content.startswith(b"\xef\xbb\xbf")
    lines = csv.content.decode("utf-8-sig").splitlines()
    assert len(lines) == count + 1
    assert ";" in lines[0]
    assert load_workbook(io.BytesIO(book.content)).active.max_row == count + 1
    assert unquote(csv.headers["content-disposition"]).endswith(".csv")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/units?search=don+vi+cb", ["Đơn vị CB"]),
        ("/units?kind=BASE_COMMITTEE", ["Đơn vị DB"]),
        ("/units?under=DB", ["Đơn vị CB", "Đơn vị DB"]),
        ("/units?ended=yes", []),
        ("/cases?search=cb", ["Đơn vị CB"]),
        ("/cases?period=2023", []),
        ("/cases?stage=REVOKED", ["Đơn vị CB"]),
        ("/cases?stage=DRAFT", []),
        ("/cases?late=yes", []),
        ("/register?standing=yes", []),
        ("/register?standing=no", ["Đơn vị CB"]),
        ("/register?as_of=19/12/2024", []),
        ("/register?as_of=20/12/2024", ["Đơn vị CB"]),
        ("/register?search=12-Q%C4%90", ["Đơn vị CB"]),
        ("/rounds?state=sealed", []),
        ("/rounds?period=2024", ["Mô hình"]),
    ],
)
def test_a_filter_leaves_what_it_names(board, address, found):
    told = rows(board.get(address))

    assert len(told) == len(found)
    assert all(name in row for name, row in zip(found, told, strict=True))


def test_nothing_found_is_said_and_offers_no_file(board):
    answer = board.get("/cases?period=2023")

    assert "Không tìm thấy gì." in answer.text
    assert "as=csv" not in answer.text


def test_what_is_no_filter_and_no_sort_key_is_told_on_the_list_itself(board):
    for address in ("/cases?stage=zzz", "/units?sort=zzz", "/register?as_of=31/02/2024"):
        answer = board.get(address)
        assert answer.status_code == 422
        assert 'name="search"' in answer.text


def test_columns_are_chosen_in_the_address_and_in_the_files(board):
    lines = board.get("/units?column=code&column=name&as=csv").content.decode("utf-8-sig")

    assert lines.splitlines()[0] == "Tên;Mã"
    assert rows(board.get("/units?column=zzz")) == rows(board.get("/units"))


def test_pages_follow_one_another_with_the_same_question(board, monkeypatch):
    monkeypatch.setattr(page, "SHOWN", 2)
    first = board.get("/units?sort=-code")
    further = re.search(r'href="(/units\?[^"]*after=[^"]*)"', first.text)[1].replace("&amp;", "&")
    second = board.get(further)

    assert [len(rows(first)), len(rows(second))] == [2, 1]
    assert "sort=-code" in further
    assert "Đơn vị CB" in rows(second)[0]
    assert len(board.get(f"{further}&as=csv").content.splitlines()) == 4


def test_a_mark_of_another_question_is_refused(board, monkeypatch):
    monkeypatch.setattr(page, "SHOWN", 2)
    mark = re.search(r"after=([^\"&]*)", board.get("/units?sort=-code").text)[1]

    assert board.get(f"/units?after={mark}").status_code == 422


def test_the_register_as_it_was_known_tells_what_was_revoked_later(board):
    then = board.get("/register?known_at=31/12/2024")
    [row] = rows(then)

    assert "có" in row
    assert "20/05/2026" in row
    assert "Sau đó huỷ bỏ" in then.text


def test_another_units_case_is_no_way_from_the_register(come):
    stranger = come("quan-tri")

    assert 'href="/cases/' in come(CELL).get("/register").text
    assert len(rows(stranger.get("/register"))) == 1
    assert 'href="/cases/' not in stranger.get("/register").text


@pytest.mark.parametrize("start", FORMULAS)
@pytest.mark.parametrize("before", ["", " "])
def test_no_cell_of_a_file_is_a_formula(start, before):
    text = f"{before}{start}1+1"

    assert harmless(text) == f"'{text}"
    assert f"'{before}{start}" in list_csv(["a"], [[text]]).decode("utf-8-sig")
    cell = load_workbook(io.BytesIO(list_workbook("x", ["a"], [[text]], "vi"))).active["A2"]
    assert cell.data_type == "s"


@pytest.mark.parametrize("text", ["a=1", "12-QĐ/ĐU", ""])
def test_a_text_that_is_no_formula_stays_as_it_is(text):
    assert harmless(text) == text
