"""Tables on the screen: titles and values in both languages by their columns, codes in JSON alone."""

import json
from datetime import date
from fractions import Fraction

import msgspec
import pytest

from application.questions import refusal_list, round_list, unit_shown
from application.questions.refusal_list import RefusalRow
from application.questions.round_list import RoundRow
from application.questions.rounds import figures_told
from application.questions.what_if import CHANGED, turned
from application.running.settings import Settings
from command_line.terminal import Terminal
from words.kinds import Kind
from words.tables import Column

ROUND = RoundRow(
    programme="kon-tum", period="2024", opened_on="2024-01-03", closing_on=date(2024, 12, 31),
    cases=1200, version="54d5465b", state="sealed",
)  # fmt: skip
REFUSED = RefusalRow(
    day="2024-05-06", actor="kt-09", command="appraise", stream="kon-tum unit:KT 2024",
    guards=("no_mandate", "dossier_incomplete"), count=2,
)  # fmt: skip


@pytest.fixture
def shown(capsys):
    """What a terminal prints in a language."""

    def lines(tell, language="vi", *, as_json=False):
        tell(Terminal(Settings(database="", language=language), as_json=as_json))
        return capsys.readouterr().out

    return lines


def rows_of(columns, *rows):
    return lambda spoken: spoken.answer(columns, rows)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Ngày chốt danh sách", "31/12/2024", "1.200", "đã chốt", "kon-tum"]),
        ("en", ["Closing on", "31 Dec 2024", "1,200", "sealed", "kon-tum"]),
    ],
)
def test_a_list_says_days_numbers_and_states_in_the_language_chosen(shown, language, words):
    told = shown(rows_of(round_list.COLUMNS, ROUND), language)

    assert [word for word in words if word not in told] == []


def test_a_list_is_codes_in_json(shown):
    told = shown(rows_of(round_list.COLUMNS, ROUND), as_json=True)

    assert json.loads(told) == [msgspec.to_builtins(ROUND)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_to_show_is_said_in_a_sentence(shown, language):
    told = shown(rows_of(round_list.COLUMNS), language)

    assert told.strip() == {
        "vi": "Chưa có gì để hiện.", "en": "There is nothing to show yet.",
    }[language]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Thẩm định", "06/05/2024", "không có quyền", "2024", "Số lần"]),
        ("en", ["Appraise", "6 May 2024", "has no mandate", "2024", "Times"]),
    ],
)
def test_a_refusal_is_told_by_its_act_and_its_reasons_without_their_values(shown, language, words):
    told = shown(rows_of(refusal_list.COLUMNS, REFUSED), language)

    assert [word for word in words if word not in told] == []
    assert "no_mandate" not in told
    assert "{" not in told


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Mục", "Giá trị", "Loại", "Chi bộ cơ sở", "Ban Thường vụ", "Văn phòng cấp ủy", "có"]),
        ("en", ["Field", "Value", "Kind", "Base cell", "Standing Committee", "Committee Office", "yes"]),
    ],
)  # fmt: skip
def test_one_thing_is_a_title_and_a_value_a_line(shown, language, words):
    unit = unit_shown.UnitShown(
        code="CB", on=date(2024, 12, 5), exists=True, name="Chi bộ 1", kind="BASE_CELL", org_type="",
        parent="DU", organs=["standing_committee", "committee_office"], attributes=[], followers=[],
        predecessors=[], successors=[],
    )  # fmt: skip
    told = shown(lambda spoken: spoken.sheet(unit_shown.COLUMNS, unit), language)

    assert [word for word in words if word not in told] == []
    assert "BASE_CELL" not in told


EXAMPLES: list[tuple[Kind, object, str, str]] = [
    ("date", "2024-12-05", "05/12/2024", "5 Dec 2024"),
    ("instant", "2024-12-05T01:00:00+00:00", "05/12/2024 08:00", "5 Dec 2024 08:00"),
    ("number", "1234.5", "1.234,5", "1,234.5"),
    ("ordinal", 2024, "2024", "2024"),
    ("share", Fraction(4, 5), "80%", "80%"),
    ("yes_no", False, "không", "no"),
    ("verb", ["appraise", "decide"], "Thẩm định và Quyết định", "Appraise and Decide"),
    ("event", "appraised", "Thẩm định", "Appraise"),
    ("level", "REVOKED", "Đã huỷ bỏ", "Revoked"),
    ("unit_kind", "BASE_CELL", "Chi bộ cơ sở", "Base cell"),
    ("state", "locked", "đã khoá", "locked"),
    ("touched", "streak", "nhiều kỳ liền", "streak"),
    ("after_the_seal", "late", "Sau khi chốt", "After the seal"),
    ("use", "four_good_members", "Tỷ lệ đảng viên bốn tốt", "Four-good members"),
    ("use", "streak:star", "nhiều kỳ liền để star", "streak for star"),
    ("use", "classification", "Xếp loại hằng năm", "nnual classification"),
    ("refusal", "not_standing", "Không có quyết định công nhận", "recognition"),
    ("authority", "person:kt-09@3", "kt-09", "kt-09"),
    ("stream", "unit-year:KT:2024", "KT, năm 2024", "KT, 2024"),
    ("lines", ["một", "hai"], "một", "một"),
    ("code", "KT-KHTH", "KT-KHTH", "KT-KHTH"),
]


@pytest.mark.parametrize(("kind", "value", "vi", "en"), EXAMPLES)
def test_a_value_is_shown_by_the_kind_of_its_column(shown, kind, value, vi, en):
    def table(spoken):
        spoken.table([Column("value", kind)], [[value]])

    assert vi in shown(table)
    assert en in shown(table, "en")


def test_what_is_typed_again_is_never_broken_over_two_lines(shown):
    code = "KT-" + "X" * 60
    told = shown(lambda spoken: spoken.table([Column("code", "code"), *[Column("name")] * 3],
                                             [[code, *["rất dài " * 30] * 3]]))  # fmt: skip

    assert code in told


def test_what_turned_a_case_says_what_it_was_and_would_be(shown):
    row = {
        "case": "x", "unit_name": "Chi bộ 1", "decided": "PASS", "outcome": "FAIL",
        "turned": [{"about": "total", "was": "84", "would_be": "84 / 85", "vi": "", "en": ""},
                   {"about": "II.1", "was": "met", "would_be": "not_met", "vi": "Học tập", "en": "Study"}],
    }  # fmt: skip
    told = shown(rows_of(CHANGED, {**row, "why": turned(row)}))
    english = shown(rows_of(CHANGED, {**row, "why": turned(row)}), "en")

    assert "tổng điểm: 84 → 84 / 85" in told
    assert "II.1 Học tập: đạt → không đạt" in told
    assert "II.1 Study: met → not met" in english


def test_the_figures_of_a_seal_say_what_they_count(shown):
    told = shown(lambda spoken: spoken.put(spoken.value(figures_told({"cases": 3}), "list")))

    assert told.strip() == "Hồ sơ: 3"
