"""Workbooks of offices: each way in which a cell shows something else than it holds, and the bounds of a file."""

import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date, time

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from application.intake.office_tables import read_table
from application.intake.tables import bounds
from application.intake.tables.grid import MOST_COLUMNS, MOST_MERGED, MOST_ROWS
from application.intake.units_import import WANTED
from domain.refusal import RefusedError

HEAD = ("mã", "tên", "loại", "từ ngày")


@pytest.fixture
def book():
    made = Workbook()
    made.active.append(HEAD)
    made.active.append(("A", "Chi bộ", "BASE_CELL", "05/03/2024"))
    return made


def read(book, tmp_path):
    book.save(tmp_path / "t.xlsx")
    return read_table(tmp_path / "t.xlsx", WANTED, frozenset({"from"}))


def refused(book, tmp_path):
    with pytest.raises(RefusedError) as error:
        read(book, tmp_path)
    return [each.code for each in error.value.refusals]


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (7, "General", "7"),
        (7, "000", "007"),
        (1234, "000", "1234"),
        (7.0, "@", "7"),
        ("007", "@", "007"),
        ("7", '"CB-"0', "7"),
        (99_999_999_999, "0", "99999999999"),
    ],
)
def test_a_code_is_what_the_cell_shows(book, tmp_path, value, shown_as, text):
    book.active["A2"] = value
    book.active["A2"].number_format = shown_as

    [row] = read(book, tmp_path)
    assert (row.cells["code"], row.reasons) == (text, ())


@pytest.mark.parametrize(
    ("value", "shown_as", "code"),
    [
        (7, "#,##0", "cell_shown_otherwise"),
        (7, '"CB-"0', "cell_shown_otherwise"),
        ("7", '"CB-"@', "cell_shown_otherwise"),
        ("7", "0;0;0;", "cell_shown_otherwise"),
        (7.5, "0", "cell_shown_otherwise"),
        (-7, "0", "cell_shown_otherwise"),
        (100_000_000_000, "General", "cell_shown_otherwise"),
        ("a_x000D_b", "@", "cell_shown_otherwise"),
        (True, "General", "cell_is_yes_no"),
        ("#N/A", "General", "cell_is_error"),
        ("=1+1", "General", "cell_formula_without_value"),
        (date(2024, 3, 5), "dd/mm/yyyy", "cell_is_day"),
        (time(7, 30), "hh:mm", "cell_shown_otherwise"),
        ("a\nb", "General", "cell_of_several_lines"),
    ],
)
def test_a_code_that_shows_otherwise_is_told_with_its_cell(book, tmp_path, value, shown_as, code):
    book.active["A2"] = value
    book.active["A2"].number_format = shown_as

    [row] = read(book, tmp_path)
    assert [(r.code, str(r.values["cell"]), r.about) for r in row.reasons] == [(code, "A2", "code")]


@pytest.mark.parametrize(
    ("shown_as", "codes"),
    [
        ("dd/mm/yyyy", []),
        ('d" tháng "m" năm "yyyy', []),
        ("mm/yyyy", ["cell_day_shown_in_part"]),
        ("dd/mm", ["cell_day_shown_in_part"]),
    ],
)
def test_a_day_is_read_where_it_is_shown_whole(book, tmp_path, shown_as, codes):
    book.active["D2"] = date(2024, 3, 5)
    book.active["D2"].number_format = shown_as

    [row] = read(book, tmp_path)
    assert (row.cells["from"], [each.code for each in row.reasons]) == ("2024-03-05", codes)


def test_letters_in_an_old_font_are_told(book, tmp_path):
    book.active["B2"] = "Chi bé"
    book.active["B2"].font = Font(name=".VnTime")

    [row] = read(book, tmp_path)
    assert [each.code for each in row.reasons] == ["cell_old_letters"]


def test_a_cell_merged_downwards_counts_for_each_of_its_rows(book, tmp_path):
    book.active.append((None, "Chi bộ B", "BASE_CELL"))
    book.active.merge_cells("D2:D3")

    first, second = read(book, tmp_path)
    assert first.cells["from"] == second.cells["from"] == "05/03/2024"


def test_a_cell_merged_over_columns_is_told(book, tmp_path):
    book.active.merge_cells("A2:B2")

    [row] = read(book, tmp_path)
    assert [each.code for each in row.reasons] == ["cell_merged"]


def test_a_heading_over_two_rows_is_read_and_one_over_two_columns_refused(book, tmp_path):
    book.active.insert_rows(2)
    book.active.merge_cells("A1:A2")
    assert [row.number for row in read(book, tmp_path)] == [3]

    book.active.merge_cells("C1:D1")
    assert refused(book, tmp_path) == ["heading_merged"]


def test_a_hidden_row_is_told_and_a_hidden_column_refused(book, tmp_path):
    book.active.row_dimensions[2].hidden = True
    [row] = read(book, tmp_path)
    assert [each.code for each in row.reasons] == ["row_hidden"]

    book.active.column_dimensions.group("C", "D", hidden=True)
    assert refused(book, tmp_path) == ["column_hidden"] * 2


def test_a_table_on_two_sheets_is_refused_and_one_on_a_hidden_sheet_is_not_read(book, tmp_path):
    other = book.copy_worksheet(book.active)
    assert refused(book, tmp_path) == ["sheets_several"]

    other.sheet_state = "hidden"
    assert len(read(book, tmp_path)) == 1


@pytest.mark.parametrize(
    ("row", "column"), [(MOST_ROWS + 1, 1), (1, MOST_COLUMNS + 1), (1_048_576, 16_384)]
)
def test_a_cell_beyond_the_bounds_is_refused(book, tmp_path, row, column):
    book.active.cell(row, column, "x")

    assert refused(book, tmp_path) == ["cell_too_far"]


def test_the_last_cell_within_the_bounds_is_read(book, tmp_path):
    book.active.cell(MOST_ROWS, 1, "B")

    assert [row.number for row in read(book, tmp_path)] == [2, MOST_ROWS]


def test_a_file_renamed_is_read_by_what_it_is(book, tmp_path):
    book.save(tmp_path / "t.xlsx")
    renamed = (tmp_path / "t.xlsx").rename(tmp_path / "t.csv")

    assert len(read_table(renamed, WANTED)) == 1


def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_opened(tmp_path):
    bomb = tmp_path / "t.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (bounds.MOST_UNPACKED + 1))
    with pytest.raises(RefusedError) as error:
        read_table(bomb, WANTED)

    assert [each.code for each in error.value.refusals] == ["table_too_large"]


def test_a_file_of_more_than_the_most_bytes_is_refused_before_it_is_read(tmp_path):
    large = tmp_path / "t.csv"
    with large.open("wb") as file:
        file.truncate(bounds.MOST_BYTES + 1)
    with pytest.raises(RefusedError) as error:
        read_table(large, WANTED)
    assert [each.code for each in error.value.refusals] == ["table_too_large"]

    with large.open("wb") as file:
        file.truncate(bounds.MOST_BYTES)
    with pytest.raises(RefusedError) as error:
        read_table(large, WANTED)
    assert [each.code for each in error.value.refusals] == ["table_unreadable"]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_workbook_with_entities_of_its_own_is_refused(book, tmp_path, part):
    book.save(tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts[part]
    entity = b'<!DOCTYPE x [<!ENTITY e "aaaa">]>'
    parts[part] = entity + sheet.partition(b"?>")[2] if b"?>" in sheet else entity + sheet
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(RefusedError) as error:
        read_table(tmp_path / "t.xlsx", WANTED)

    assert [each.code for each in error.value.refusals] == ["table_unreadable"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of memory there")
@pytest.mark.parametrize(("megabytes", "fits"), [(50, True), (600, False)])
def test_the_reader_has_only_so_much_memory(megabytes, fits):
    code = (
        f"from application.intake.tables import apart; apart._limit(); bytearray({megabytes} << 20)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert (done.returncode == 0) is fits


def test_the_control_has_its_texts_as_they_are_kept(book, tmp_path):
    """Values alone, as they were taken before, are not what is shown."""
    book.active["A2"] = 7
    book.active["A2"].number_format = "000"
    [row] = read(book, tmp_path)

    assert str(load_workbook(tmp_path / "t.xlsx").active["A2"].value) == "7" != row.cells["code"]


def rewritten(path, part, change):
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_formula_under_a_prefix_is_seen_too(book, tmp_path):
    book.active["B2"] = "=1+1"
    book.save(tmp_path / "t.xlsx")

    def prefixed(sheet):
        sheet = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", sheet)
        return sheet.replace(b"<x:worksheet xmlns=", b"<x:worksheet xmlns:x=")

    rewritten(tmp_path / "t.xlsx", "xl/worksheets/sheet1.xml", prefixed)
    [row] = read_table(tmp_path / "t.xlsx", WANTED)
    assert [each.code for each in row.reasons] == ["cell_formula_without_value"]


def test_more_merged_cells_than_anybody_makes_are_refused(book, tmp_path):
    for row in range(3, 4 + 2 * MOST_MERGED, 2):
        book.active.merged_cells.add(f"A{row}:A{row + 1}")
    book.active.cell(4 + 2 * MOST_MERGED, 1, "x")

    assert refused(book, tmp_path) == ["table_too_large"]


def test_modules_of_the_folder_one_stands_in_are_not_run(book, tmp_path, monkeypatch):
    (tmp_path / "openpyxl.py").write_text("raise SystemExit(9)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert len(read(book, tmp_path)) == 1


def test_a_process_that_breaks_down_is_not_taken_for_a_file_that_is_too_large(
    book, tmp_path, monkeypatch
):
    monkeypatch.setattr(sys, "executable", shutil.which("false"))

    with pytest.raises(subprocess.CalledProcessError):
        read(book, tmp_path)
