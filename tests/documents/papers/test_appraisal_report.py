"""The appraisal report: the dossier, own and appraised marks criterion by criterion, opinion, proposal, who signs."""

import pytest

from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from documents.programmes.comparison import GUIDELINES
from domain.refusal import RefusedError
from tests.documents.papers.conftest import paper
from tests.documents.papers.read_back import lines_of, tables_of
from tests.documents.papers.test_recognition_decision import with_posts


def test_own_and_appraised_marks_stand_side_by_side(years):
    _, [head, *rows] = tables_of(paper(years("kon-tum"), "DOC-APPR", "KT-KHTH"))

    assert head == ["Mục", "Tiêu chí", "Điểm tối đa", "Đơn vị tự chấm", "Thẩm định"]
    by_item = {row[0]: row[2:] for row in rows if row[0]}
    assert list(by_item)[:3] == ["I", "I.1", "I.2"]
    assert by_item["III"] == ["15", "14", "15"]
    assert by_item["III.2"] == ["4", "3", "4"]
    assert [row[1:] for row in rows if not row[0]] == [
        ["Điểm các nhóm tiêu chí, chưa trừ", "", "89", "89"],
        ["Điểm trừ", "", "1", "0"],
        ["Điểm thưởng", "", "3", "0"],
        ["Cộng", "", "91", "89"],
    ]


def test_without_bonus_and_deductions_only_the_totals_stand_below(years):
    _, [_, *rows] = tables_of(paper(years("son-la"), "DOC-APPR", "SL-CB2"))

    assert [row[1] for row in rows if not row[0]] == ["Cộng"]


def test_the_dossier_is_listed_as_it_was_handed_in(years):
    [head, *rows], _ = tables_of(paper(years("son-la"), "DOC-APPR", "SL-CB2"))

    assert head == ["TT", "Văn bản", "Số, ký hiệu", "Ngày"]
    assert [row[2] for row in rows] == ["11-TTr/CB", "12-BB/CB", "13-BC/CB", "14-PTĐG/CB"]


def test_an_appraiser_without_marks_of_its_own_is_said_to_have_none(years):
    package = paper(years("kon-tum"), "DOC-APPR", "KT-BQL")

    assert tables_of(package)[1][0] == ["Mục", "Tiêu chí", "Điểm tối đa", "Đơn vị tự chấm"]
    assert "Cơ quan thẩm định không chấm điểm riêng từng tiêu chí." in lines_of(package)
    assert "Đủ điều kiện" in lines_of(package)


def test_levels_stand_in_words_where_there_are_no_points(years):
    _, [head, *rows] = tables_of(paper(years("soc-trang"), "DOC-APPR", "ST-KT"))

    assert head == ["Mục", "Tiêu chí", "Đơn vị tự chấm"]
    assert rows[-1] == ["", "Cộng", "Đạt"]
    assert {row[2] for row in rows[:-1] if row[0].count(".")} <= {"Tốt", "Khá", "Đạt", "Trung bình"}


@pytest.mark.parametrize(
    ("name", "said"), [("KT-BQL", "Đề nghị công nhận"), ("KT-DB2", "Đề nghị không công nhận")]
)
def test_the_proposal_is_the_appraisers(years, name, said):
    lines = lines_of(paper(years("kon-tum"), "DOC-APPR", name))

    assert [line for line in lines if line.startswith(said)]


def test_why_it_departs_from_the_sheet_stands_there(years):
    lines = lines_of(paper(years("kon-tum"), "DOC-APPR", "KT-DB2"))

    assert [line for line in lines if line.startswith("Đơn thư vượt cấp chưa có kết luận")]


def test_a_board_signs_by_its_head_and_a_deputy_in_the_place_of_the_head(small, years):
    of_a_board = lines_of(paper(years("kon-tum"), "DOC-APPR", "KT-BQL"))
    deputy = small(with_posts(Phó_Chánh_Văn_phòng="DB/committee_office"))

    assert [line for line in of_a_board if line.startswith(("T/M", "K/T"))] == []
    assert lines_of(paper(deputy, "DOC-APPR", "CB"))[-3:] == [
        "K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Người mẫu DB-committee_office",
    ]  # fmt: skip


def test_the_head_of_an_office_signs_in_nobodys_place(small):
    lines = lines_of(
        paper(small(with_posts(Chánh_Văn_phòng="DB/committee_office")), "DOC-APPR", "CB")
    )

    assert lines[-2:] == ["CHÁNH VĂN PHÒNG", "Người mẫu DB-committee_office"]
    assert [line for line in lines if line.startswith("K/T")] == []


@pytest.mark.parametrize("programme", GUIDELINES)
def test_it_is_made_for_every_programme(years, programme):
    rows = {row.code: row for row in making.paper_list(years(programme), "vi")}

    assert rows["DOC-APPR"].programmes == [programme]


def test_before_the_appraisal_there_is_none(years):
    system = years("son-la")
    case = case_named(system, "SL-CB1", "2024")
    first = case_on_paper(system, case).acts[0].position

    with pytest.raises(RefusedError) as error:
        making.make("DOC-APPR", case_on_paper(system, case, known_at=first))

    assert [reason.code for reason in error.value.refusals] == ["paper_lacks_act"]
