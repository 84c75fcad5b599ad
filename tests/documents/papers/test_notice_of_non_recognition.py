"""The notice of non-recognition: who decided what of whom, why, which criteria the newest sheet did not meet."""

import pytest

from application.questions import cases as queries
from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from documents.programmes.comparison import GUIDELINES
from domain.refusal import RefusedError
from tests.documents.papers.conftest import paper
from tests.documents.papers.read_back import lines_of


def test_it_says_who_decided_what_of_whom(years):
    lines = lines_of(paper(years("kon-tum"), "DOC-NOTREC", "KT-CB2"))

    assert {"Số 47-TB/ĐU", "THÔNG BÁO"} <= set(lines)
    said = "Đảng ủy Ban Quản lý Khu kinh tế tỉnh Kon Tum đã xét hồ sơ đề nghị và quyết định không công nhận "
    assert f"{said}Chi bộ trực thuộc mẫu số 2 đạt danh hiệu “Chi bộ bốn tốt” năm 2024." in lines
    assert lines[-5:-3] == ["- Chi bộ trực thuộc mẫu số 2,", "- Lưu Đảng ủy."]


def test_criteria_that_were_not_met_stand_in_their_words(years):
    lines = lines_of(paper(years("power-tkv"), "DOC-NOTREC", "PW-SC", "2024"))

    at = lines.index("Các tiêu chí chưa đạt theo bảng điểm gần nhất trước khi quyết định:")
    assert lines[at + 1].startswith("- ")
    assert len(lines[at + 1]) > 20


@pytest.mark.parametrize("programme", GUIDELINES)
def test_every_case_that_was_not_recognised_has_one(years, programme):
    system = years(programme)
    failed = [row["case"] for row in queries.cases(system) if row["outcome"] == "FAIL"]

    assert failed
    for case in failed:
        assert "THÔNG BÁO" in lines_of(paper(system, "DOC-NOTREC", case, ""))


def test_who_was_recognised_gets_another_paper(years):
    system = years("kon-tum")

    with pytest.raises(RefusedError) as error:
        making.make("DOC-NOTREC", case_on_paper(system, case_named(system, "KT-BQL", "2024")))

    assert [reason.code for reason in error.value.refusals] == ["paper_of_non_recognition"]
