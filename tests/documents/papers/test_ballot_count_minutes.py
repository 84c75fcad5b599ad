"""Ballot-count minutes: every figure that was counted with its share, the rule, what it came to."""

import pytest

from application.questions import cases as queries
from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from domain.refusal import RefusedError
from tests.documents.papers.conftest import paper
from tests.documents.papers.read_back import lines_of, tables_of

FIGURES = [
    ["1", "Tổng số đảng viên trong danh sách", "20", ""],
    ["2", "Số đảng viên có mặt", "18", "90% tổng số đảng viên"],
    ["3", "Số phiếu phát ra", "18", ""],
    ["4", "Số phiếu thu về", "18", "100% số phiếu phát ra"],
    ["5", "Số phiếu hợp lệ", "18", "100% số phiếu thu về"],
    ["6", "Số phiếu không hợp lệ", "0", "0% số phiếu thu về"],
    ["7", "Số phiếu tán thành", "17", "85% tổng số đảng viên"],
    ["8", "Số phiếu không tán thành", "1", "5% tổng số đảng viên"],
]


def test_every_figure_stands_there_with_its_share(years):
    [[_, *rows]] = tables_of(paper(years("son-la"), "DOC-COUNT", "SL-CB2"))

    assert rows == FIGURES


def test_whose_minutes_they_are_and_what_they_conclude(years):
    lines = lines_of(paper(years("son-la"), "DOC-COUNT", "SL-CB2"))

    assert "Số 12-BB/CB" in lines
    assert "Hình thức biểu quyết: …………" in lines  # nobody said how, and D-21 is no record of it
    assert "Tổ trưởng: tổ trưởng tổ kiểm phiếu. Thư ký: …………." in lines
    assert "Có mặt 18 trên 20 đảng viên, bảo đảm ít nhất 2/3 tổng số theo quy định." in lines
    assert "Được thông qua khi số phiếu tán thành quá 1/2 tổng số đảng viên." in lines
    said = "Việc đề nghị công nhận danh hiệu “chi bộ bốn tốt” năm 2024 đối với "
    assert f"{said}Chi bộ mẫu số 2 của Cơ sở được thông qua." in lines
    assert lines[-4:] == [
        "THƯ KÝ TỔ KIỂM PHIẾU", "(Ký, ghi rõ họ tên)", "TỔ TRƯỞNG TỔ KIỂM PHIẾU", "(Ký, ghi rõ họ tên)",
    ]  # fmt: skip


def test_a_number_that_the_log_has_not_is_left_blank(years):
    assert "Số …………-BB/CB" in lines_of(paper(years("son-la"), "DOC-COUNT", "SL-CB3"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("SL-CB3", "không được thông qua."),
        ("SL-CB1", "đối với Chi bộ mẫu số 1 của Cơ sở được thông qua."),
    ],
)
def test_a_vote_is_carried_or_lost_as_it_was_counted(years, name, said):
    lines = lines_of(paper(years("son-la"), "DOC-COUNT", name))

    assert [line for line in lines if line.startswith("Việc đề nghị") and line.endswith(said)]


def test_every_counted_vote_of_members_has_its_minutes(years):
    system = years("cam-giang")
    counted = [
        row["case"]
        for row in queries.cases(system)
        if any(e["event"] == "ballots-counted" for e in queries.history(system, row["case"]))
    ]

    assert len(counted) > 3
    for case in counted:
        assert "đồng chí Người mẫu CG" in " ".join(lines_of(paper(system, "DOC-COUNT", case, "")))


def test_without_a_vote_there_are_none(years):
    system = years("kon-tum")
    case = case_on_paper(system, case_named(system, "KT-KHTH", "2024"))

    with pytest.raises(RefusedError) as error:
        making.make("DOC-COUNT", case)

    assert [reason.code for reason in error.value.refusals] == ["paper_lacks_act"]
