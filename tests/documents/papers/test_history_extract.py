"""The extract of a case's history has every act: who did what, when, for whom, why; as known at a position."""

import pytest

from application.questions import cases as queries
from application.questions.named_case import case_named
from documents.programmes.comparison import GUIDELINES
from tests.application.systems import played
from tests.documents.papers.conftest import paper
from tests.documents.papers.read_back import lines_of, tables_of
from tests.support import small_year
from words.values import day


@pytest.mark.parametrize("programme", GUIDELINES)
def test_it_has_every_act_of_every_case_of_the_sample_years(years, programme):
    system = years(programme)
    for case in queries.cases(system):
        [table] = tables_of(paper(system, "DOC-AUDIT", case["case"], ""))
        history = queries.history(system, case["case"])

        assert [row[0] for row in table[1:]] == [str(at + 1) for at in range(len(history))]
        for row, entry in zip(table[1:], history, strict=True):
            assert row[1] == day(entry["effective_on"], "vi")
            assert row[2].startswith(entry["sentence"])
            assert row[3] == entry["reason"]


def test_its_head_names_the_body_the_case_and_the_position(years):
    system = years("kon-tum")
    last = system.ledger.head()

    lines = lines_of(paper(system, "DOC-AUDIT", "KT-KHTH"))

    assert lines[:4] == [
        "MÔ PHỎNG",
        "ĐẢNG ỦY KHỐI CÁC CƠ",
        "QUAN VÀ DOANH",
        "NGHIỆP TỈNH KON TUM",
    ]
    assert "TRÍCH LỊCH SỬ HỒ SƠ" in lines
    assert "Chi bộ Kế hoạch Tổng hợp, năm 2024" in lines
    assert any(f"vị trí {last.position}, ghi lúc" in line for line in lines)
    assert last.root.hex() in lines
    assert lines[-4:] == ["Nơi nhận:", "- Lưu hồ sơ.", "NGƯỜI TRÍCH LỤC", "(Ký, ghi rõ họ tên)"]


def test_a_correction_stands_beside_the_act_that_it_corrects(small, tmp_path):
    system = small()
    case = case_named(system, "CB", "2024")
    [decided] = [e for e in queries.history(system, case) if e["event"] == "decision-issued"]

    correction = {"of_position": decided["position"], "field": "number", "value": "13-QĐ/ĐU"}
    line = small_year._line(
        "correct", at="2026-05-21", by="DB-party_committee", data=correction, **small_year.SUBJECT
    )
    assert played(system, tmp_path / "correction.jsonl", [line]) == []

    [table] = tables_of(paper(system, "DOC-AUDIT", "CB"))

    [row] = [row[2] for row in table if "12-QĐ/ĐU" in row[2] and "\n" in row[2]]
    assert "13-QĐ/ĐU" in row


def test_as_known_at_a_position_it_ends_there(years):
    system = years("kon-tum")
    case = case_named(system, "KT-KHTH", "2024")
    middle = queries.history(system, case)[5]["position"]

    [table] = tables_of(paper(system, "DOC-AUDIT", case, "", known_at=middle))

    known = queries.history(system, case, known_at=middle)
    assert len(table) == len(known) + 1
    assert len(known) < len(queries.history(system, case))


def test_it_is_made_in_english_too(years):
    lines = lines_of(paper(years("son-la"), "DOC-AUDIT", "SL-CB1", language="en"))

    assert {"SIMULATED", "COMMUNIST PARTY OF VIETNAM", "EXTRACT OF THE HISTORY"} <= set(lines)


def called_alike(line):
    """The small year in which persons of the case have the same name."""
    alike = {"CB-cell_committee", "DB-party_committee"}
    if line["do"] != "register-person" or line["data"]["person"] not in alike:
        return line
    return {**line, "data": {**line["data"], "name": "Người mẫu A"}}


def test_persons_of_a_case_who_are_called_alike_are_told_apart(small):
    [[_, *rows]] = tables_of(paper(small(called_alike), "DOC-AUDIT", "CB"))

    told = " ".join(row[2] for row in rows)
    assert "Người mẫu A (CB-cell_committee)," in told
    assert "Người mẫu A (DB-party_committee)," in told
    assert "Người mẫu DB-committee_office," in told
