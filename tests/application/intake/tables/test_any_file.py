"""Whatever a file holds, it is read as rows or refused in words, and nothing is recorded halfway."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from openpyxl.workbook import Workbook

from application.intake.office_tables import read_table
from application.intake.units_import import WANTED, import_units
from domain.refusal import RefusedError
from tests.application.systems import a_system
from words.language import LANGUAGES
from words.sentences import sentence

TEXT = some.text(max_size=12)
ROWS = some.lists(some.lists(TEXT, max_size=6), max_size=6)


def told(refusals):
    """Every refusal has a sentence in both languages."""
    return [sentence(each, language) for each in refusals for language in LANGUAGES]


def tried(read):
    """What was read, or None and the refusals."""
    try:
        return read(), []
    except RefusedError as refused:
        return None, refused.refusals


def rows_of(path):
    rows, refusals = tried(lambda: read_table(path, WANTED))
    assert all(told(refusals))
    assert bool(rows) is not bool(refusals)
    return rows or []


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=some.binary(max_size=400))
def test_any_bytes(tmp_path, content):
    (tmp_path / "t.csv").write_bytes(content)

    assert all(all(told(row.reasons)) for row in rows_of(tmp_path / "t.csv"))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS, separator=some.sampled_from(";,\t"))
def test_any_rows_below_the_headings(tmp_path, rows, separator):
    lines = ["mã", "tên", "loại"], *rows
    text = "\n".join(separator.join(line) for line in lines)
    (tmp_path / "t.csv").write_text(text, encoding="utf-8", errors="replace")

    for row in rows_of(tmp_path / "t.csv"):
        assert all(told(row.reasons))
        assert set(row.cells) <= {"code", "name", "kind"}


def spoiled(content, seed):
    """A workbook with some of its bytes changed, cut or doubled."""
    chance = random.Random(seed)
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found[: chance.randint(1, len(found))] if chance.random() < 0.3 else found)


@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_workbook(tmp_path, seed):
    book = Workbook()
    book.active.append(("mã", "tên", "loại"))
    book.active.append(("A", "Chi bộ", "BASE_CELL"))
    book.save(tmp_path / "t.xlsx")
    path = tmp_path / "t.xlsx"
    path.write_bytes(spoiled(path.read_bytes(), seed))

    rows_of(path)


@pytest.mark.parametrize("offset", [4, 6, 8, 10])
def test_a_workbook_whose_list_of_parts_is_damaged(tmp_path, offset):
    """Version, flags and way of packing of a part, as its entry in the archive's list says them."""
    Workbook().save(tmp_path / "t.xlsx")
    content = bytearray((tmp_path / "t.xlsx").read_bytes())
    content[content.index(b"PK\x01\x02") + offset] = 99
    (tmp_path / "t.xlsx").write_bytes(content)

    assert rows_of(tmp_path / "t.xlsx") == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=some.lists(
        some.tuples(TEXT, TEXT, some.sampled_from(("Chi bộ cơ sở", "x", ""))), max_size=4
    )
)
def test_any_units_are_imported_whole_or_not_at_all(sqlite_url, tmp_path, rows):
    system = a_system(sqlite_url())
    before = system.ledger.head().position
    text = "\n".join(";".join(row) for row in (("mã", "tên", "loại"), *rows))
    (tmp_path / "t.csv").write_text(text, encoding="utf-8", errors="replace")
    found, refusals = tried(
        lambda: import_units(system, tmp_path / "t.csv", by="quan-tri", reason="mẫu")
    )
    wrong = found.wrong if found else []
    imported = found.imported if found else 0

    assert all(told([*refusals, *(reason for row in wrong for reason in row.refusals)]))
    assert system.ledger.head().position == before + imported
    assert not (wrong and imported)
    assert system.ledger.verify().ok
    system.close()
