"""`bontot cases show`: papers, marks, what is missing, as tables and as JSON."""

import json

import pytest

from tests.command_line.conftest import SIMULATED
from tests.support import small_year

CLAIMED, HANDED_IN = 5, 6


@pytest.fixture
def played(run, tmp_path):
    """The small year up to one of its lines."""

    def upto(count):
        lines = list(small_year.year())[:count]
        run("init", "--by", "quan-tri", *SIMULATED)
        run("play", small_year.write(tmp_path / "year.jsonl", small_year.set_up(), lines))
        return run

    return upto


@pytest.fixture
def handed_in(played):
    """A dossier is handed in with one paper missing."""
    return played(HANDED_IN)


def test_a_case_is_told_with_papers_marks_and_what_is_missing(handed_in):
    told = " ".join(handed_in("cases", "show", "CB", "2024").stdout.split())

    for words in (
        "Văn bản đề nghị công nhận", "Nộp hồ sơ", "01/12/2024", "Tự chấm Tổng hợp",
        "I.2 Lãnh đạo thực hiện", "Số đảng viên", "Còn thiếu để nộp và xét:",
        "Hồ sơ thiếu: Biểu chấm điểm theo mẫu", "Thẩm định",
    ):  # fmt: skip
        assert words in told, words


def test_in_english_nothing_of_it_is_a_code(handed_in):
    told = handed_in("cases", "show", "CB", "2024", "--lang", "en").stdout
    tables = told[told.index("Papers:") :]

    for code in ("dossier-submitted", "unit-year", "aggregate-adopted", "CB/", "None", "True"):
        assert code not in tables


def test_as_json_papers_marks_and_missing_are_keys(handed_in):
    told = json.loads(handed_in("cases", "show", "CB", "2024", "--json").stdout)

    assert [paper["document"] for paper in told["papers"]] == ["DOC-REPORT", "DOC-SUBMIT"]
    assert set(told["marks"]) == {"sheets", "criteria"}
    assert list(told["missing"][0]) == ["code", "sentence", "about", "asked_by"]


def test_who_hands_in_a_dossier_is_told_what_it_lacks_before_and_after(played):
    run = played(CLAIMED)
    [case] = json.loads(run("cases", "list", "--json").stdout)
    words = ("do", "submit-dossier", case["case"], "--by", "CB-cell_committee", "--reason", "r")
    handed_in = (*words, "--data", '{"documents": []}', "--at", "2024-12-04T09:00")

    tried, told = run(*handed_in, "--try").stdout, run(*handed_in).stdout

    assert told.count("Lưu ý: Hồ sơ thiếu") == 3
    assert "Biểu chấm điểm theo mẫu" in told
    assert lacking(told) == lacking(tried)


def lacking(told):
    return [line for line in told.splitlines() if "còn thiếu" in line]


def test_the_history_names_the_clause_of_each_step_and_quotes_it(handed_in):
    told = " ".join(handed_in("cases", "history", "CB", "2024").stdout.split())

    assert "KT-STP-1c" in told
    assert "nộp hồ sơ về Đảng ủy" in told.replace("uỷ", "ủy")
    assert "KT-STP-3b" not in told  # nobody has decided


def test_a_step_that_no_text_orders_says_that_it_is_assumed_and_why(handed_in):
    told = " ".join(handed_in("cases", "history", "CB", "2024", "--lang", "en").stdout.split())

    assert "D-57" in told
    assert "it need not register: selection by the superior body opens it" in told


def test_the_history_as_json_keeps_the_ids(handed_in):
    entries = json.loads(handed_in("cases", "history", "CB", "2024", "--json").stdout)

    assert {each for entry in entries for each in entry["rests_on"]} >= {"KT-STP-1c", "KT-STP-1"}


def test_each_criterion_says_whether_it_is_met_and_why_by_which_clause(handed_in):
    shown = json.loads(handed_in("cases", "show", "CB", "2024", "--json").stdout)
    rows = {row["criterion"]: row for row in shown["marks"]["criteria"]}
    told = " ".join(handed_in("cases", "show", "CB", "2024").stdout.split())

    assert rows["III.3"]["met"] is True
    assert any("đáp ứng yêu cầu" in why for why in rows["III.3"]["why"])
    assert rows["III.3"]["rests_on"][0] == "KT-CRI-III.3"
    assert "D-02" in rows["III.3"]["rests_on"]
    assert "D-02" in told
    assert "Bảng điểm không có trong văn bản" in told  # why it is assumed


def test_what_is_allowed_names_the_clause_of_each_command(handed_in):
    asked = ("cases", "allowed", "CB", "2024", "--by", "CB-cell_committee")
    rows = json.loads(handed_in(*asked, "--json").stdout)
    rests_on = {row["command"]: row["rests_on"] for row in rows}

    assert rests_on["appraise"] == ["KT-STP-2c"]
    assert rests_on["return-dossier"] == ["D-25"]
    assert "giả định D-25" in " ".join(handed_in(*asked).stdout.split())
