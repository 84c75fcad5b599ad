"""The recognition decision: of one subject word by word, of all that one number recognised; by whom it is signed."""

import pytest

from application.questions import cases as queries
from application.questions.named_case import case_named
from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers import making
from documents.programmes.comparison import GUIDELINES
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.documents.papers.conftest import paper
from tests.documents.papers.read_back import lines_of, tables_of
from tests.support import five_goods
from words.sentences import sentence

OF_A_CELL = """
MÔ PHỎNG
ĐẢNG ỦY KHỐI CÁC CƠ
QUAN VÀ DOANH
NGHIỆP TỈNH KON TUM
ĐẢNG ỦY BAN QUẢN LÝ KHU
KINH TẾ TỈNH KON TUM
*
ĐẢNG CỘNG SẢN VIỆT NAM
Số 45-QĐ/ĐU
…………, ngày 24 tháng 12 năm 2024
QUYẾT ĐỊNH
công nhận danh hiệu “Chi bộ bốn tốt” năm 2024
-----
- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;
- Căn cứ Quy định số 10-QĐ/TU, ngày 17/12/2018 của Ban Thường vụ Tỉnh ủy;
- Căn cứ Hướng dẫn số 02-HD/BTCTU, ngày 13/12/2022 của Ban Tổ chức Tỉnh ủy Kon Tum;
- Căn cứ Công văn số 4027-CV/BTCTU, ngày 02/05/2024 của Ban Tổ chức Tỉnh ủy Kon Tum;
- Căn cứ Kế hoạch số 12-KH/ĐUK, ngày 07/05/2024 của Đảng ủy Khối cơ quan và doanh nghiệp tỉnh;
- Xét đề nghị của Văn phòng cấp ủy Đảng ủy Ban Quản lý Khu kinh tế tỉnh Kon Tum,
ĐẢNG ỦY BAN QUẢN LÝ KHU KINH TẾ TỈNH KON TUM
QUYẾT ĐỊNH:
Điều 1. Công nhận Chi bộ Kế hoạch Tổng hợp đạt danh hiệu “Chi bộ bốn tốt” năm 2024.
Điều 2. Các cơ quan tham mưu, giúp việc của cấp ủy và Chi bộ Kế hoạch Tổng hợp chịu trách nhiệm thi hành Quyết định này.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh Kon Tum (để báo cáo),
- Như Điều 2,
- Lưu Đảng ủy.
T/M ĐẢNG ỦY
…………
Người mẫu KT 09
"""


def test_it_stands_word_by_word_as_the_log_says(years):
    system = years("kon-tum")
    decided = case_on_paper(system, case_named(system, "KT-KHTH", "2024"))
    at = next(act.position for act in decided.acts if act.topic == "decision-issued")

    lines = lines_of(paper(system, "DOC-DEC", "KT-KHTH", known_at=at))

    assert lines == OF_A_CELL.strip().split("\n")


@pytest.mark.parametrize("programme", GUIDELINES)
def test_every_recognition_of_the_sample_years_has_its_own(years, programme):
    system = years(programme)
    recognised = queries.register(system)

    assert recognised
    for row in recognised:
        lines = lines_of(paper(system, "DOC-DEC", row["case"], ""))
        assert f"Số {row['decision_number']}" in lines
        assert f"năm {row['period'][:4]}" in lines[lines.index("QUYẾT ĐỊNH") + 1]


def test_a_standing_committee_decides_in_its_own_name(years):
    lines = lines_of(paper(years("kon-tum"), "DOC-DEC", "KT-BQL"))

    assert "BAN THƯỜNG VỤ ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH KON TUM" in lines
    assert lines[1] == "…………"
    assert lines[-3] == "T/M BAN THƯỜNG VỤ"


def test_a_member_is_recognised_with_their_cell(years):
    lines = lines_of(paper(years("cam-giang"), "DOC-DEC", "cg-12"))

    said = "Điều 1. Công nhận đồng chí Người mẫu CG 12, Chi bộ thôn mẫu đạt danh hiệu “Đảng viên bốn tốt” năm 2024."
    assert said in lines


def test_a_revoked_decision_says_so_above_everything(small):
    system = small()

    lines = lines_of(paper(system, "DOC-DEC", "CB"))
    before = lines_of(paper(system, "DOC-DEC", "CB", known_at=system.ledger.head().position - 1))

    assert lines[:2] == ["MÔ PHỎNG", "QUYẾT ĐỊNH NÀY ĐÃ BỊ HUỶ BỎ NGÀY 20/05/2026"]
    assert [line for line in before if "HUỶ BỎ" in line] == []


def with_posts(**posts):
    """The small year in which some organs' people have a post."""

    def change(line):
        organ = line.get("data", {}).get("organ", "")
        if line["do"] != "give-mandate" or organ not in posts.values():
            return line
        post = next(post for post, own in posts.items() if own == organ)
        return {**line, "data": {**line["data"], "post": post.replace("_", " ")}}

    return change


def test_a_deputy_of_a_committee_signs_on_its_behalf_never_in_anybodys_place(small):
    lines = lines_of(paper(small(with_posts(Phó_Bí_thư="DB/party_committee")), "DOC-DEC", "CB"))

    assert lines[-3:] == ["T/M ĐẢNG ỦY", "PHÓ BÍ THƯ", "Người mẫu DB-party_committee"]


def numbered_alike(number):
    for member in ("m1", "m2", "m3"):
        for line in five_goods.case(f"member:{member}", "2024-05-20"):
            if line["do"] == "decide":
                line["data"] = {**line["data"], "number": number if member != "m3" else "8-QĐ/ĐU"}
            yield line


def test_what_one_number_recognised_stands_on_one_list(sqlite_url, tmp_path):
    system = a_system(sqlite_url())
    told = played(system, tmp_path / "year.jsonl", five_goods.set_up(), numbered_alike("7-QĐ/ĐU"))
    assert told == []

    one, two = (paper(system, "DOC-DEC", each, "2024-05") for each in ("m1", "m2"))
    alone = paper(system, "DOC-DEC", "m3", "2024-05")

    assert one == two
    [[_, *rows]] = tables_of(one)
    assert [row[:3] for row in rows] == [["1", "Người mẫu m1", "X"], ["2", "Người mẫu m2", "X"]]
    lines = lines_of(one)
    assert "(Kèm theo Quyết định số 7-QĐ/ĐU, ngày 20 tháng 5 năm 2024 của Ban Thường vụ C)" in lines
    assert lines.count("Người mẫu C-standing_committee") == 2
    assert [line for line in lines if line.startswith("Điều 1. Công nhận 2 trường hợp")]
    assert tables_of(alone) == []
    system.close()


def test_one_that_does_not_recognise_is_another_paper(years):
    system = years("kon-tum")
    case = case_on_paper(system, case_named(system, "KT-CB2", "2024"))

    with pytest.raises(RefusedError) as error:
        making.make("DOC-DEC", case)

    [reason] = error.value.refusals
    assert reason.code == "paper_of_recognition"
    assert sentence(reason, "vi").endswith(
        "văn bản cho trường hợp này là Thông báo kết quả không công nhận."
    )


def test_a_case_that_is_not_decided_has_none(small):
    system = small()
    case = case_on_paper(system, case_named(system, "CB", "2024"), known_at=30)

    with pytest.raises(RefusedError) as error:
        making.make("DOC-DEC", case)

    assert [reason.code for reason in error.value.refusals] == ["paper_lacks_act"]
