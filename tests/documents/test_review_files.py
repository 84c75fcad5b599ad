"""The files of a review: what stands in them, that they are the same every time."""

import json
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from documents import review_workbook
from documents.review_csv import table_csv
from documents.review_files import review_files
from documents.review_workbook import workbook
from projections.review.as_json import document, encoded
from tests.documents.reviews import ROWS, a_review


def opened(content):
    return load_workbook(BytesIO(content))


def test_json_has_the_keys_it_promises_and_exact_values():
    plain = json.loads(encoded(document(a_review())))
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


def test_csv_has_a_mark_headings_by_key_and_nothing_a_spreadsheet_would_run_or_misread():
    content = table_csv(a_review().tables[0])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").split("\r\n") == [
        "name,level,count,share,on,met,years",
        "'=HYPERLINK(1),PASS,1200,0.850000,2024-12-31,true,2023; 2024",
        "Đảng bộ,khác,12.5,0.333333,,false,",
        ",PASS,,,,,'-1",
        "",
    ]


@pytest.mark.parametrize(
    ("language", "headings", "level", "met"),
    [
        ("vi", ["Tên", "Mức", "Số", "Tỷ lệ", "Ngày", "Đạt", "Năm"], "Công nhận", "Có"),
        ("en", ["Name", "Level", "Count", "Share", "Date", "Met", "Years"], "Recognised", "Yes"),
    ],
)
def test_a_sheet_has_headings_and_words_in_one_language(language, headings, level, met):
    sheet = opened(workbook(a_review(), language)).worksheets[1]
    assert [cell.value for cell in sheet[2]] == headings
    assert [cell.value for cell in sheet[3]] == [
        "=HYPERLINK(1)", level, 1200, 0.85, datetime(2024, 12, 31), met, "2023, 2024",  # noqa: DTZ001 -- a day
    ]  # fmt: skip
    assert sheet["A3"].data_type == "s"  # a text, whatever it looks like
    assert [cell.number_format for cell in sheet[3]][2:5] == ["#,##0", "0.0 %", "dd/mm/yyyy"]
    assert sheet["C4"].value == 12.5


def test_a_sheet_is_frozen_under_its_headings_and_prints_on_a4_landscape():
    for sheet in opened(workbook(a_review(), "vi")).worksheets[1:]:
        assert sheet.freeze_panes == "A3"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$2"


def test_sheet_names_are_such_as_excel_takes():
    names = opened(workbook(a_review(), "vi")).sheetnames
    assert names == ["Thông tin", "Số liệu", "Bảng  trống không có dòng nào"]
    assert max(map(len, names)) <= 31


def test_two_tables_of_one_name_get_sheets_of_their_own():
    [first, _] = a_review().tables
    book = opened(workbook(a_review(tables=[first, first]), "en"))
    assert book.sheetnames == ["About", "Counts", "Counts (2)"]


def test_the_first_sheet_says_what_the_answer_rests_on():
    sheet = opened(workbook(a_review(programme="kon-tum"), "en")).worksheets[0]
    text = "\n".join(str(row[0].value or "") for row in sheet.iter_rows())
    for part in ("2024", "kon-tum", "31/01/2025", "77", "ab" * 32):
        assert part in text
    assert "SIMULATED" not in text


def test_a_rehearsal_says_simulated_on_every_sheet_and_every_page():
    for sheet in opened(workbook(a_review(simulated=True), "vi")).worksheets:
        cells = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
        assert "SIMULATED" in cells
        assert "SIMULATED" in sheet.oddHeader.right.text


def test_a_table_longer_than_a_sheet_goes_on_on_the_next(monkeypatch):
    monkeypatch.setattr(review_workbook, "LAST_ROW", 4)
    sheets = opened(workbook(a_review(), "en")).worksheets
    assert [(s.title, s.max_row) for s in sheets[1:3]] == [("Counts", 4), ("Counts (2)", 3)]


def test_the_same_review_has_the_same_bytes_and_its_own_date():
    first, again = (review_files(a_review(rows=list(ROWS)), "vi") for _ in range(2))
    assert first == again
    assert set(first) == {"review.xlsx", "review.html", "review.json", "counts.csv", "empty.csv"}
    made = opened(first["review.xlsx"]).properties.created
    assert made.replace(tzinfo=None) == datetime(2025, 1, 31, 9, 30)  # noqa: DTZ001 -- as stored
