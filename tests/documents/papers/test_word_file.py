"""The Word file of a paper: the same bytes, the letters and margins of the rules, whatever a name holds."""

import json
import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from application.intake.scenario import play
from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers.drawing.word import word_file
from documents.papers.drawing.word_package import is_as_made
from documents.papers.format_rules.rules import known
from documents.papers.parts.content import Column, Content, Ending, Head, Signature, Table, body
from documents.papers.registry import papers
from tests.application.test_random_walks import begun, interrupted
from tests.documents.papers.conftest import paper
from tests.documents.papers.read_back import lines_of, opened, tables_of

AT = "2025-01-31T09:30:00.000000+00:00"
UNSAFE = [
    "a\x00b",
    "=HYPERLINK(1)",
    "<w:p>&amp;",
    "\ud800",
    "\x1b[31m",
    "{{ 7 * 7 }}",
    "x\x0cy",
    "\ufffe",
]


def a_content(text="Người mẫu", rows=()):
    return Content(
        head=Head("ĐẢNG BỘ MẪU", text, "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 1-QĐ/ĐU", "ngày 05"),
        kind="QUYẾT ĐỊNH",
        subject=text,
        blocks=[body(text), Table((Column("TT", 1), Column("Tên", 3)), rows)],
        ending=Ending(Signature(("T/M",), "BÍ THƯ", text), recipients_title="Nơi nhận:"),
        banners=[text],
    )


def word(content, rules=-1):
    return word_file(content, known().versions[rules], "vi", AT)


def test_the_same_content_has_the_same_bytes():
    rows = [("1", "a"), ("2", "b")]

    assert word(a_content(rows=rows)) == word(a_content(rows=rows))


def test_no_part_says_when_it_was_written():
    package = word(a_content())

    with zipfile.ZipFile(BytesIO(package)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [name for name in parts.namelist() if "thumbnail" in name] == []
        assert b"thumbnail" not in parts.read("_rels/.rels")
    told = opened(package).core_properties
    assert told.created.replace(tzinfo=None) == datetime(2025, 1, 31, 9, 30)  # noqa: DTZ001 -- as the library reads it
    assert (told.author, told.last_modified_by, told.comments) == ("bontot", "bontot", "")
    assert told.title == "QUYẾT ĐỊNH Người mẫu"


def test_a_position_gives_the_same_bytes_after_the_log_went_on(sqlite_url, tmp_path):
    url = sqlite_url()
    lines = interrupted("son-la", 1)
    at = next(n for n, line in enumerate(lines) if line["do"] == "decide")
    system = begun(url, lines[:at], tmp_path)
    position = system.ledger.head().position
    case = case_named(system, "SL-CB1", "2024")
    told = case_on_paper(system, case)
    codes = [code for code, each in papers().items() if not each.after or told.newest(*each.after)]
    assert codes == ["DOC-COUNT", "DOC-APPR", "DOC-AUDIT"]
    before = [paper(system, code, case, "") for code in codes]
    rest = tmp_path / "rest.jsonl"
    rest.write_text("\n".join(json.dumps(line) for line in lines[at:]), encoding="utf-8")
    assert all(told.as_expected for told in play(system, [rest]))
    assert system.ledger.head().position > position

    after = [paper(system, code, case, "", known_at=position) for code in codes]

    assert after == before
    assert paper(system, "DOC-AUDIT", case, "") not in before
    system.close()


@pytest.mark.parametrize("text", UNSAFE)
def test_no_character_of_a_name_breaks_the_file(text):
    package = word(a_content(text, rows=[(text, text)]))

    shown = "".join(each if each.isprintable() and each != "\ufffe" else "\ufffd" for each in text)
    assert lines_of(package).count(shown) >= 6
    assert tables_of(package)[0][1] == [shown, shown]


def test_letters_and_margins_are_those_of_the_rules():
    document = opened(word(a_content()))
    section = document.sections[0]

    fonts = {
        fonts.get(qn(name))
        for fonts in document.styles.element.iter(qn("w:rFonts"))
        for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
    }
    assert fonts == {"Times New Roman"}
    sides = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides] == [210, 297, 30, 15]
    [text] = [each for each in document.paragraphs if each.alignment == 3]
    assert text.paragraph_format.line_spacing == Pt(18)
    assert round(text.paragraph_format.first_line_indent.mm) == 10
    assert text.runs[0].font.size == Pt(14)


def test_the_page_number_stands_from_the_second_page_on():
    section = opened(word(a_content())).sections[0]

    assert section.different_first_page_header_footer
    assert [e.get(qn("w:instr")) for e in section.header._element.iter(qn("w:fldSimple"))] == [
        "PAGE"
    ]
    assert list(section.first_page_header._element.iter(qn("w:fldSimple"))) == []


def test_the_headings_of_a_table_stand_on_every_page():
    package = word(a_content(rows=[(str(n), "a") for n in range(300)]))
    table = next(t for t in opened(package).tables if t.style.name == "Table Grid")

    heads = [bool(list(row._tr.iter(qn("w:tblHeader")))) for row in table.rows]
    assert heads == [True] + [False] * 300


def changed(package, name, old, new):
    into = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(into, "w") as target:
        for each in source.namelist():
            part = source.read(each)
            target.writestr(each, part.replace(old, new) if each == name else part)
    return into.getvalue()


def test_a_file_that_was_filled_in_is_no_longer_as_it_was_made():
    package = word(a_content())

    assert is_as_made(package)
    assert is_as_made(changed(package, "", b"", b""))
    assert not is_as_made(changed(package, "word/document.xml", "mẫu".encode(), b"X"))
    assert not is_as_made(changed(package, "word/header1.xml", b"PAGE", b"DATE"))
    assert not is_as_made(changed(package, "docProps/core.xml", b"bontot ", b"other "))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"bontot", b"\x00" * 5000])
def test_what_is_no_paper_was_not_made_by_bontot(content):
    assert not is_as_made(content)


def test_a_file_that_opens_into_too_much_is_not_read():
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("docProps/core.xml", b"\0" * 100_000_001)

    assert not is_as_made(into.getvalue())


def test_what_a_paragraph_and_a_table_are_told_stands_in_the_order_of_the_standard():
    """ECMA-376: borders of a paragraph before its spacing, margins of cells before the look of a table."""
    document = opened(word(a_content()))
    whole = document.element.body.xml

    lines = [each for each in whole.split("<w:pPr>")[1:] if "w:pBdr" in each.split("</w:pPr>")[0]]
    assert lines
    assert all(each.index("<w:pBdr>") < each.index("<w:spacing") for each in lines)
    tables = [each.split("</w:tblPr>")[0] for each in whole.split("<w:tblPr>")[1:]]
    margins = [each for each in tables if "w:tblCellMar" in each]
    assert margins
    assert all(each.index("<w:tblCellMar>") < each.index("<w:tblLook") for each in margins)


def test_a_file_whose_properties_were_filled_in_is_no_more_as_made():
    made = word(a_content())
    with zipfile.ZipFile(BytesIO(made)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = core.replace(b"</cp:coreProperties>", b"<x/></cp:coreProperties>")
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert is_as_made(made)
    assert not is_as_made(into.getvalue())


def test_a_damaged_file_is_nobody_s_paper():
    made = bytearray(word(a_content()))
    at = made.index(b"word/document.xml") + 40
    made[at : at + 40] = b"\0" * 40

    assert not is_as_made(bytes(made))
