"""The files of a review: what stands in them, that they are the same every time."""

import json
from datetime import datetime
from fractions import Fraction
from io import BytesIO

import msgspec
import pytest
from openpyxl import load_workbook

from documents.files.whole_folder import write_folder
from documents.review import workbook as review_workbook
from documents.review.csv_file import write_csv
from documents.review.files import review_files
from documents.review.page import page
from documents.review.workbook import write_workbook
from domain.refusal import RefusedError
from projections.review import as_json
from projections.review.tables import Table
from projections.review.targets import TARGETS
from tests.documents.reviews import ROWS, a_review
from tests.support.written import written
from words.sentences import nameless


@pytest.fixture
def workbook(tmp_path):
    """A review's workbook, written and opened again."""

    def opened(review, language):
        write_workbook(review, language, tmp_path / "review.xlsx")
        return load_workbook(tmp_path / "review.xlsx")

    return opened


def test_json_has_the_keys_it_promises_and_exact_values():
    plain = json.loads(b"".join(as_json.pieces(a_review())))
    assert list(plain) == [
        "year", "programme", "period", "as_of", "position", "root", "recorded_at", "simulated",
        "tables",
    ]  # fmt: skip
    assert list(plain["tables"]) == ["counts", "empty"]
    assert plain["tables"]["counts"][:2] == [
        {"name": "=HYPERLINK(1)", "level": "PASS", "count": 1200, "share": "17/20",
         "on": "2024-12-31", "met": True, "years": ["2023", "2024"]},
        {"name": "Đảng bộ", "level": "khác", "count": 12.5, "share": "1/3", "on": None,
         "met": False, "years": []},
    ]  # fmt: skip


@pytest.mark.parametrize("rows", range(5))
@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_json_written_in_pieces_is_one_document_indented_as_a_whole(monkeypatch, rows, at_once):
    monkeypatch.setattr(as_json, "AT_ONCE", at_once)
    found = list(as_json.pieces(a_review(rows=(ROWS * 2)[:rows])))
    whole = b"".join(found)
    assert whole == msgspec.json.format(whole, indent=2) + b"\n"
    assert len(json.loads(whole)["tables"]["counts"]) == rows
    assert max(piece.count(b'"years"') for piece in found) <= at_once


def test_csv_has_a_mark_headings_in_words_and_nothing_a_spreadsheet_would_run_or_misread(tmp_path):
    write_csv(a_review().tables[0], "vi", tmp_path / "counts.csv")
    content = (tmp_path / "counts.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").split("\r\n") == [
        "Tên,Mức,Số,Tỷ lệ,Ngày,Đạt,Năm",
        "'=HYPERLINK(1),Công nhận,1200,0.850000,2024-12-31,có,2023; 2024",
        "Đảng bộ,khác,12.5,0.333333,,không,",
        ",Công nhận,,,,,'-1",
        "",
    ]


@pytest.mark.parametrize(
    ("language", "headings", "level", "met"),
    [
        ("vi", ["Tên", "Mức", "Số", "Tỷ lệ", "Ngày", "Đạt", "Năm"], "Công nhận", "có"),
        ("en", ["Name", "Level", "Count", "Share", "Date", "Met", "Years"], "Recognised", "yes"),
    ],
)
def test_a_sheet_has_headings_and_words_in_one_language(language, headings, level, met, workbook):
    sheet = workbook(a_review(), language).worksheets[1]
    assert [cell.value for cell in sheet[2]] == headings
    assert [cell.value for cell in sheet[3]] == [
        "=HYPERLINK(1)", level, 1200, 0.85, datetime(2024, 12, 31), met, "2023; 2024",  # noqa: DTZ001 -- a day
    ]  # fmt: skip
    assert sheet["A3"].data_type == "s"  # a text, whatever it looks like
    day = {"vi": "dd/mm/yyyy", "en": "d mmm yyyy"}[language]
    assert [cell.number_format for cell in sheet[3]][2:5] == ["#,##0", "0.0 %", day]
    assert sheet["C4"].value == 12.5


def test_a_sheet_is_frozen_under_its_headings_and_prints_on_a4_landscape(workbook):
    for sheet in workbook(a_review(), "vi").worksheets[1:]:
        assert sheet.freeze_panes == "A3"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$2"


def test_sheet_names_are_such_as_excel_takes(workbook):
    names = workbook(a_review(), "vi").sheetnames
    assert names == ["Thông tin", "Số liệu", "Bảng  trống không có dòng nào"]
    assert max(map(len, names)) <= 31


def test_two_tables_of_one_name_get_sheets_of_their_own(workbook):
    [first, _] = a_review().tables
    book = workbook(a_review(tables=[first, first]), "en")
    assert book.sheetnames == ["About", "Counts", "Counts (2)"]


def test_the_first_sheet_says_what_the_answer_rests_on(workbook):
    sheet = workbook(a_review(programme="kon-tum"), "en").worksheets[0]
    text = "\n".join(str(row[0].value or "") for row in sheet.iter_rows())
    for part in ("2024", "kon-tum", "31 Jan 2025", "77", "ab" * 32):
        assert part in text
    assert "SIMULATED" not in text


def test_a_rehearsal_says_simulated_on_every_sheet_and_every_page(workbook):
    for sheet in workbook(a_review(simulated=True), "vi").worksheets:
        cells = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
        assert "SIMULATED" in cells
        assert "SIMULATED" in sheet.oddHeader.right.text


def test_a_table_longer_than_a_sheet_goes_on_on_the_next(monkeypatch, workbook):
    monkeypatch.setattr(review_workbook, "LAST_ROW", 4)
    sheets = workbook(a_review(), "en").worksheets
    assert [(s.title, s.max_row) for s in sheets[1:3]] == [("Counts", 4), ("Counts (2)", 3)]


def test_the_same_review_has_the_same_bytes_and_its_own_date():
    first, again = (written(review_files(a_review(rows=list(ROWS)), "vi")) for _ in range(2))
    assert first == again
    assert set(first) == {"review.xlsx", "review.html", "review.json", "counts.csv", "empty.csv"}
    made = load_workbook(BytesIO(first["review.xlsx"])).properties.created
    assert made.replace(tzinfo=None) == datetime(2025, 1, 31, 9, 30)  # noqa: DTZ001 -- as stored


class Failing(list):
    """Rows that come to an end in the middle."""

    def __init__(self, rows, error):
        super().__init__(rows)
        self.error = error

    def __iter__(self):
        yield from super().__iter__()
        raise self.error


@pytest.mark.parametrize("error", [OSError("no space left"), KeyboardInterrupt()])
@pytest.mark.parametrize("name", ["review.xlsx", "review.json", "counts.csv"])
def test_a_file_interrupted_in_the_middle_leaves_no_folder_and_none_of_its_parts(
    tmp_path, name, error
):
    files = review_files(a_review(rows=Failing(ROWS * 1_000, error)), "vi")
    with pytest.raises(RefusedError if isinstance(error, OSError) else KeyboardInterrupt):
        write_folder(tmp_path / "out", {name: files[name]}, "review")
    assert list(tmp_path.iterdir()) == []


def told(kind, code, language):
    """Names for everything."""
    return f"{kind} {code} ({language})"


def test_what_a_seal_has_the_digest_of_knows_no_names_and_no_words():
    row = ("kon-tum", "2024", "coverage", "recognised", 1, 2, Fraction(1, 2), ">= 90 %", False)
    plain = a_review(tables=[Table("targets", TARGETS.columns, [row])])

    named = [b"".join(as_json.pieces(plain._replace(names=each))) for each in (told, nameless)]

    assert named[0] == named[1]
    assert b'"programme": "kon-tum"' in named[0]
    assert b">= 90 %" in named[0]
    assert "programme kon-tum (vi)" in page(plain._replace(names=told), "vi")
