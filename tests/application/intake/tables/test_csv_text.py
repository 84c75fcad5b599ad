"""CSV files of offices: separators, encodings, quotes, records of several lines."""

import codecs
import csv
import io
import random
from unicodedata import normalize

import pytest

from application.intake.office_tables import read_table
from application.intake.units_import import WANTED
from domain.refusal import RefusedError

HEADINGS = ("mã", "tên", "loại", "cấp trên")
TEXTS = (
    "001",
    "CB;7",
    'Chi bộ "Đội 3"',
    "a, b",
    "Chi bộ",
    normalize("NFD", "Chi bộ"),
    "",
    "\u00a0x\u200b",
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")
SEEN = {normalize("NFD", "Chi bộ"): "Chi bộ", "\u00a0x\u200b": "x"}


def read(path, content):
    path.write_bytes(content)
    return read_table(path, WANTED)


def refused(path, content):
    with pytest.raises(RefusedError) as error:
        read(path, content)
    return [each.code for each in error.value.refusals]


@pytest.mark.parametrize("seed", range(300))
def test_what_was_written_is_read(tmp_path, seed):
    chance = random.Random(seed)
    rows = [[chance.choice(TEXTS) for _ in HEADINGS] for _ in range(chance.randint(1, 5))]
    above = [["Đảng bộ mẫu"]] * chance.choice((0, 0, 1, 2))
    separator, encoding = chance.choice(";,\t|"), chance.choice(ENCODINGS)
    named = chance.random() < 0.2
    into = io.StringIO()
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    end = chance.choice(("\n", "\r\n"))
    writer = csv.writer(into, delimiter=separator, quoting=quoting, lineterminator=end)
    writer.writerows([*above, HEADINGS, *rows])
    text = (f"sep={separator}{end}" if named else "") + into.getvalue()

    expected = [[SEEN.get(cell, cell) for cell in row] for row in rows if any(row)]
    if not expected:
        assert refused(tmp_path / "t.csv", text.encode(encoding)) == ["table_empty"]
        return
    found = read(tmp_path / "t.csv", text.encode(encoding))
    columns = ("code", "name", "kind", "parent")
    assert [[row.cells.get(name, "") for name in columns] for row in found] == expected
    first = len(above) + named + 2
    assert [row.number for row in found] == [
        number for number, row in enumerate(rows, first) if any(row)
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("mã,tên,loại\nA,Chi bộ,x\n".encode("cp1258", "replace"), "table_unreadable"),
        (b"m\xb7,t\xaan,lo\xb9i\nA,Chi b\xe9,x\n", "table_unreadable"),
        ("mã,tên,loại\nA\0,B,C\n".encode(), "table_unreadable"),
        (codecs.BOM_UTF16_LE + b"m", "table_unreadable"),
        ('mã,tên,loại\nA,"Chi bộ,x\n'.encode(), "table_quotes"),
        ('mã,tên,loại\nA,"Chi bộ"x,y\n'.encode(), "table_quotes"),
        ("mã,tên,loại\n".encode(), "table_empty"),
        (b"", "table_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "table_unreadable"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path, content, code):
    assert refused(tmp_path / "t.csv", content) == [code]


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("Chi bộ", []),
        ("Hà Nội", []),
        ("diện tích 3 m²", []),
        ("Chi bé µ", ["cell_old_letters"]),
        ("Ðội 3", ["cell_old_letters"]),
        ("Chi bá»™", ["cell_broken_letters"]),
        ("Chi b\ufffd", ["cell_broken_letters"]),
    ],
)
def test_letters_of_other_code_pages_are_told_with_their_cell(tmp_path, name, doubt):
    [row] = read(tmp_path / "t.csv", f"mã,tên,loại\nA,{name},x\n".encode())

    assert [each.code for each in row.reasons] == doubt
    assert all(str(each.values["cell"]) == "B2" for each in row.reasons)


def test_a_record_of_several_lines_is_one_row_and_its_cell_is_told(tmp_path):
    first, second = read(tmp_path / "t.csv", 'mã,tên,loại\nA,"Chi\nbộ",x\nB,C,D\n'.encode())

    assert [each.code for each in first.reasons] == ["cell_of_several_lines"]
    assert (second.number, second.cells["code"]) == (3, "B")


def test_a_cell_without_a_heading_is_told(tmp_path):
    [row] = read(tmp_path / "t.csv", "mã,tên,loại\nA,B,C,ghi chú\n".encode())

    assert [(each.code, str(each.values["cell"])) for each in row.reasons] == [
        ("cell_beyond_headings", "D2")
    ]
