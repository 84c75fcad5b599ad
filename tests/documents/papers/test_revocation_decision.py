"""The revocation decision: what it takes back, on what, from when; what was given with it; when it holds no more."""

import pytest

from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from domain.refusal import RefusedError
from tests.application.systems import played
from tests.documents.papers.conftest import paper
from tests.documents.papers.read_back import lines_of
from tests.support import small_year

ARTICLES = """
Điều 1. Huỷ bỏ Quyết định số 45-QĐ/ĐU, ngày 24/12/2024 của Đảng ủy Ban Quản lý Khu kinh tế tỉnh Kon Tum công nhận \
Chi bộ Kế hoạch Tổng hợp đạt danh hiệu “Chi bộ bốn tốt” năm 2024. Lý do: không đảm bảo tiêu chí.
Điều 2. Việc công nhận được coi như chưa từng có, kể từ ngày 24/12/2024.
Điều 3. Các cơ quan tham mưu, giúp việc của cấp ủy và Chi bộ Kế hoạch Tổng hợp chịu trách nhiệm thi hành \
Quyết định này.
"""


def articles(lines):
    return [line for line in lines if line.startswith("Điều ")]


def test_it_says_what_it_takes_back_why_and_from_when(years):
    lines = lines_of(paper(years("kon-tum"), "DOC-REV", "KT-KHTH"))

    assert "Số 21-QĐ/ĐU" in lines
    assert "- Căn cứ Kết luận kiểm tra, giám sát số 07-KL/UBKT;" in lines
    assert "- Xét giải trình của Chi bộ Kế hoạch Tổng hợp," in lines
    assert articles(lines) == ARTICLES.strip().split("\n")
    assert "- Như Điều 3," in lines


@pytest.mark.parametrize(
    ("programme", "name", "said"),
    [
        ("cam-giang", "cg-11", "không còn hiệu lực kể từ ngày 25/04/2025."),
        ("power-tkv", "PW-VP", "không còn hiệu lực kể từ ngày 26/05/2025."),
        ("son-la", "SL-CB2", "được coi như chưa từng có, kể từ ngày 20/12/2024."),
    ],
)
def test_from_when_the_recognition_no_longer_stands(years, programme, name, said):
    assert articles(lines_of(paper(years(programme), "DOC-REV", name)))[1].endswith(said)


def test_what_was_given_with_it_is_recalled(years):
    told = articles(lines_of(paper(years("soc-trang"), "DOC-REV", "ST-GD")))

    assert told[2].startswith("Điều 3. Thu hồi khen thưởng “")
    assert told[2].endswith("” đã trao theo Quyết định số 214-QĐ/ĐUK.")


def test_who_never_explained_is_not_said_to_have(years):
    lines = lines_of(paper(years("cam-giang"), "DOC-REV", "cg-11"))

    assert [line for line in lines if "giải trình" in line] == []


def test_of_a_recognition_that_was_restored_it_says_so_above_everything(small, tmp_path):
    system = small()
    lines = [
        small_year._line("file-petition", at="2026-05-25", by="CB-cell_committee", data={
            "petition": "kn-1", "subject_matter": "xem lại"}, **small_year.SUBJECT),
        small_year._line("answer-petition", at="2026-06-01", by="DB-party_committee", data={
            "petition": "kn-1", "upheld": True, "answer": "đúng"}, **small_year.SUBJECT),
        small_year._line("restore-recognition", at="2026-06-10", by="DB-party_committee", data={
            "number": "9-QĐ/ĐU", "petition": "kn-1"}, **small_year.SUBJECT),
    ]  # fmt: skip
    before = lines_of(paper(system, "DOC-REV", "CB"))
    assert played(system, tmp_path / "restored.jsonl", lines) == []

    after = lines_of(paper(system, "DOC-REV", "CB"))

    assert before[1] != after[1]
    assert after[1] == "QUYẾT ĐỊNH NÀY KHÔNG CÒN HIỆU LỰC: VIỆC CÔNG NHẬN ĐÃ ĐƯỢC KHÔI PHỤC"
    assert [line for line in lines_of(paper(system, "DOC-DEC", "CB")) if "HUỶ BỎ" in line] == []


def test_without_a_revocation_there_is_none(years):
    system = years("kon-tum")

    with pytest.raises(RefusedError) as error:
        making.make("DOC-REV", case_on_paper(system, case_named(system, "KT-BQL", "2024")))

    assert [reason.code for reason in error.value.refusals] == ["paper_lacks_act"]
