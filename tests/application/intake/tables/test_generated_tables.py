"""Three hundred made-up workbooks: what is read equals what LibreOffice shows, or the cell is refused."""

from datetime import datetime
from warnings import catch_warnings

import pytest
from openpyxl import load_workbook

from application.intake.tables.headings import find_headings
from application.intake.tables.rows import rows_below
from application.intake.tables.workbook import grids_of
from application.intake.units_import import WANTED
from domain.refusal import RefusedError
from tests.application.intake.tables.generated import write_generated
from tests.application.intake.tables.office import what_is_shown
from words.folded import folded

COUNT = 300
pytestmark = pytest.mark.xdist_group("libreoffice")


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workbooks")
    made = [folder / f"t{seed:03}.xlsx" for seed in range(COUNT)]
    for seed, path in enumerate(made):
        write_generated(path, seed)
    return made


@pytest.fixture(scope="module")
def shown(workbooks, tmp_path_factory):
    return what_is_shown(workbooks, tmp_path_factory.mktemp("shown"))


def read(path):
    """The headings found and the rows, or None and the codes of a refusal."""
    try:
        headings = find_headings(path.name, grids_of(path), WANTED)
    except RefusedError as refused:
        return None, {each.code for each in refused.refusals}
    return headings, rows_below(headings, frozenset({"from"}))


def differences(headings, rows, sheets):
    """Cells of rows without doubt that are not what the sheet shows."""
    lines = sheets[headings.grid.name]
    at = {column: number for number, column in headings.columns.items()}
    return [
        (row.number, column, text, lines[row.number - 1][at[column] - 1])
        for row in rows
        if not row.reasons
        for column, text in row.cells.items()
        if not same(text, anchor(headings.grid, lines, row.number, at[column]), column)
    ]


def anchor(grid, lines, row, column):
    """What a cell shows, or the merged cell that covers it."""
    for each in grid.merged:
        if each.top <= row <= each.bottom and each.left <= column <= each.right:
            row, column = each.top, each.left
    return lines[row - 1][column - 1]


def same(text, shown, column):
    if column == "from":
        return day(shown) == day(text)
    return folded(text) == folded(shown) and " ".join(text.split()) == text.strip()


def day(text):
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%Y 00:00"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 – a day has no zone
        except ValueError:
            continue
    return text


def test_what_is_read_is_what_is_shown(workbooks, shown):
    found = {path.name: read(path) for path in workbooks}
    wrong = {
        path.name: differing
        for path in workbooks
        if found[path.name][0] is not None
        and (differing := differences(*found[path.name], shown[path.stem]))
    }

    assert wrong == {}


def test_every_cell_that_is_shown_in_a_known_column_is_read_or_refused(workbooks, shown):
    for path in workbooks:
        headings, rows = read(path)
        if headings is None:
            continue
        read_of = {row.number: row for row in rows}
        for number, line in enumerate(shown[path.stem][headings.grid.name], 1):
            if number > headings.last and any(line):
                row = read_of[number]
                there = sum(bool(cell.strip()) for cell in line)
                assert row.reasons or len(row.cells) >= there, (path.name, number)


def test_the_tables_are_of_all_kinds(workbooks):
    """Enough of them are read without doubt; and each way to refuse one is met."""
    found = [read(path) for path in workbooks]
    whole = [rows for headings, rows in found if headings and not any(r.reasons for r in rows)]
    refused = {code for headings, codes in found if headings is None for code in codes}
    doubted = {
        each.code for headings, rows in found if headings for r in rows for each in r.reasons
    }

    assert len(whole) > COUNT // 10
    assert refused >= {"sheets_several", "column_hidden"}
    assert doubted >= {
        "cell_shown_otherwise", "cell_day_shown_in_part", "cell_is_yes_no", "cell_old_letters",
        "cell_broken_letters", "cell_of_several_lines", "cell_beyond_headings", "row_hidden",
    }  # fmt: skip


def test_the_control_reads_what_a_cell_holds_and_is_found_out(workbooks, shown):
    """Whoever takes the values as they are kept gets other texts than those that are shown."""
    wrong = 0
    for path in workbooks:
        with catch_warnings(action="ignore"):
            sheet = load_workbook(path, data_only=True).worksheets[0]
        lines = shown[path.stem][sheet.title]
        for row in sheet.iter_rows(values_only=False):
            for cell in row:
                if isinstance(cell.value, int | float):
                    wrong += str(cell.value) != lines[cell.row - 1][cell.column - 1]

    assert wrong > COUNT // 10
