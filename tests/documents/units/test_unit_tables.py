"""The template is taken back by the import; the answer marks what was wrong."""

import pytest
from openpyxl import load_workbook

from application.commands.typed_unit_code import COLUMNS, reading
from application.intake.office_tables import read_table
from application.intake.units_import import FIELDS, WANTED, import_units
from application.running.world import newest_world
from documents.units.answer import units_answer
from documents.units.template import unit_template
from domain.refusal import RefusedError
from tests.application.systems import a_system
from words.language import LANGUAGES
from words.sentences import sentence

GOOD = {"code": "001", "name": "Chi bộ A", "kind": "Chi bộ cơ sở", "organs": "Chi bộ; Chi ủy"}


@pytest.fixture
def system(sqlite_url):
    system = a_system(sqlite_url())
    yield system
    system.close()


@pytest.fixture
def filled(tmp_path):
    """A template with rows filled in by hand."""

    def fill(*rows):
        path = tmp_path / "units.xlsx"
        path.write_bytes(unit_template("vi"))
        book = load_workbook(path)
        for number, row in enumerate(rows, 2):
            for field, text in row.items():
                book.worksheets[0].cell(number, FIELDS.index(field) + 1, text)
        book.save(path)
        return path

    return fill


def answered(system, path, tmp_path, *, preview=False):
    found = import_units(system, path, by="quan-tri", reason="mẫu", preview=preview)
    answer = tmp_path / "answer.xlsx"
    answer.write_bytes(units_answer(found, "vi", lambda r: sentence(r, "vi"), preview=preview))
    return found, load_workbook(answer).worksheets[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_headings_and_words_of_the_template_are_those_of_the_import(system, tmp_path, language):
    path = tmp_path / "units.xlsx"
    path.write_bytes(unit_template(language))
    with pytest.raises(RefusedError) as empty:
        read_table(path, WANTED)
    table, words, _ = load_workbook(path).worksheets

    assert [each.code for each in empty.value.refusals] == ["table_empty"]
    assert [WANTED.column(cell.value) for cell in table[1]] == list(FIELDS)
    for head, *cells in words.iter_cols(values_only=True):
        known = [cell for cell in cells if cell]
        read = reading(COLUMNS[WANTED.column(head)])
        assert len({read(word, newest_world(system)) for word in known}) == len(known) > 3


def test_the_template_has_the_same_bytes_every_time():
    assert unit_template("vi") == unit_template("vi")


def test_what_was_filled_in_is_imported_and_answered_row_by_row(system, filled, tmp_path):
    found, sheet = answered(system, filled(GOOD), tmp_path)

    assert found.imported == 1
    assert [sheet["A2"].value, sheet["B2"].value, sheet["C2"].value] == [2, "Đã nhập.", "001"]
    found, sheet = answered(system, tmp_path / "units.xlsx", tmp_path)
    assert (found.imported, sheet["B2"].value) == (0, "Tệp này đã nhập trước đây.")


def test_a_preview_says_what_would_be(system, filled, tmp_path):
    _, sheet = answered(system, filled(GOOD), tmp_path, preview=True)

    assert sheet["B2"].value == "Sẽ được nhập."


def test_each_wrong_cell_is_marked_and_its_reason_stands_beside_it(system, filled, tmp_path):
    found, sheet = answered(
        system, filled(GOOD, {"code": 7, "name": "B\nC", "kind": "lạ"}, {"code": "8"}), tmp_path
    )

    assert found.imported == 0
    assert sheet["B2"].value.startswith("Đúng, nhưng chưa nhập")
    red = [
        (cell.coordinate, cell.comment is not None)
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if cell.fill.fgColor.rgb == "FFF8D7DA"
    ]
    assert red == [("B3", False), ("D3", True), ("B4", False), ("D4", True), ("E4", True)]
    assert "D3" not in sheet["D3"].comment.text or "B3" in sheet["D3"].comment.text
