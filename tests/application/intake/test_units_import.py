"""Units of a table: words or codes, all rows or none, and a preview that records nothing."""

import pytest

from application.intake.units_import import import_units
from application.questions.cases import world_of
from domain.refusal import RefusedError
from projections.machinery.codec import CODEC
from tests.application.systems import a_system

HEAD = "mã,tên,loại,loại hình,cơ quan"


@pytest.fixture
def system(sqlite_url):
    system = a_system(sqlite_url())
    yield system
    system.close()


def imported(system, tmp_path, *lines, preview=False):
    file = tmp_path / "units.csv"
    file.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    return import_units(system, file, by="quan-tri", reason="mẫu", preview=preview)


def codes(result):
    return [(wrong.row, [each.code for each in wrong.refusals]) for wrong in result.wrong]


@pytest.mark.parametrize(
    "line",
    [
        "A,Chi bộ A,BASE_CELL,agency,cell; cell_committee",
        "A,Chi bộ A,Chi bộ cơ sở,Cơ quan,Chi bộ; Chi ủy",
        "A,Chi bộ A,chi bo co so,CO QUAN,chi bo;chi uy",
    ],
)
def test_kinds_types_and_organs_are_words_or_codes(system, tmp_path, line):
    result = imported(system, tmp_path, line)

    assert (result.imported, result.wrong) == (1, [])
    [row] = [row for batch in system.ledger.read() for row in batch if row.stream == "unit:A"]
    unit = CODEC.decode(row.topic, row.state)
    assert (unit.kind, unit.org_type) == ("BASE_CELL", "agency")
    assert sorted(unit.organs) == ["cell", "cell_committee"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("B,Chi bộ B,linh tinh,,cell", "linh tinh"),
        ("B,Chi bộ B,BASE_CELL,xưởng,cell", "xưởng"),
        ("B,Chi bộ B,BASE_CELL,,cell; ban nhạc", "ban nhạc"),
        ("B,Chi bộ B,BASE_CELL,,thành viên", "thành viên"),
    ],
)
def test_what_is_none_is_refused_with_those_there_are_and_nothing_is_imported(
    system, tmp_path, line, word
):
    result = imported(system, tmp_path, "A,Chi bộ A,BASE_CELL,,cell", line)

    assert (result.imported, codes(result)) == (0, [(3, ["unit_part_unknown"])])
    [reason] = result.wrong[0].refusals
    assert reason.values["text"].value == word
    assert world_of(system).unit("A") is None


def test_a_row_without_code_name_or_kind_is_refused(system, tmp_path):
    assert codes(imported(system, tmp_path, "A,,BASE_CELL,,cell")) == [(2, ["cell_missing"])]
    assert codes(imported(system, tmp_path, ",,,,cell")) == [(2, ["cell_missing"] * 3)]


def test_a_file_without_a_line_or_of_bytes_that_are_no_text_is_no_table(system, tmp_path):
    for content, code in ((b"", "table_empty"), (b"m\xe3,t\xean", "table_unreadable")):
        file = tmp_path / "units.csv"
        file.write_bytes(content)
        with pytest.raises(RefusedError) as refused:
            import_units(system, file, by="quan-tri", reason="mẫu")
        assert [each.code for each in refused.value.refusals] == [code]


def test_a_preview_counts_and_tells_as_the_import_does_and_records_nothing(system, tmp_path):
    before = system.ledger.head()

    result = imported(system, tmp_path, "A,Chi bộ A,BASE_CELL,,cell", preview=True)
    wrong = imported(system, tmp_path, "A,Chi bộ A,linh tinh,,cell", preview=True)

    assert (result.imported, codes(result)) == (1, [])
    assert (wrong.imported, codes(wrong)) == (0, [(2, ["unit_part_unknown"])])
    assert system.ledger.head() == before
    assert imported(system, tmp_path, "A,Chi bộ A,BASE_CELL,,cell").imported == 1
