"""Codes become words: by the name they were given, by their programme, by this room."""

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import NamedTuple

import pytest

from words import kinds
from words.catalogue import catalogue
from words.kinds import said
from words.language import LANGUAGES
from words.sentences import of, sentence, shown
from words.tables import Column, Table


class Because(NamedTuple):
    key: str
    values: dict


class Label(NamedTuple):
    vi: str
    en: str


def names(kind, code, language):
    known = {
        ("person", "kt-09"): ("Bùi Thị Lan", "Bùi Thị Lan"),
        ("unit", "DU"): ("Đảng ủy Sở", "the Department"),
        ("programme", "kon-tum"): ("Kon Tum", "Kon Tum"),
    }
    pair = known.get((kind, code))
    return pair and pair[language == "en"]


def test_a_refusal_names_persons_and_organs_and_days():
    reason = Because(
        "refusal.no_mandate",
        {
            "person": kinds.person("kt-09"),
            "organ": kinds.organ("DU/inspection_commission"),
            "on": said(date(2024, 12, 5)),
        },
    )

    assert sentence(reason, "vi", names) == (
        "Bùi Thị Lan không có quyền thay mặt Ủy ban kiểm tra Đảng ủy Sở vào ngày 05/12/2024."
    )
    assert sentence(reason, "en", names) == (
        "Bùi Thị Lan has no mandate to act for Inspection Commission of the Department on 5 Dec 2024."
    )


def test_a_code_nobody_has_a_name_for_stays_itself():
    assert of(kinds.person("xx-1"), "vi", names) == "xx-1"
    assert of(kinds.organ("X/new_board"), "en") == "new_board of X"
    assert of(kinds.organ("of_itself"), "en") == "of_itself"


def test_a_programme_brings_its_own_words():
    told = kinds.stage("submitted", Label("Đã nộp", "Submitted"))

    assert (of(told, "vi"), of(told, "en")) == ("Đã nộp", "Submitted")


@pytest.mark.parametrize(
    ("value", "vi"),
    [
        (kinds.verb("appraise"), "Thẩm định"),
        (kinds.subject("unit:DU"), "Đảng ủy Sở"),
        (kinds.subject("member:kt-09"), "Bùi Thị Lan"),
        (kinds.subject("DU"), "DU"),
        (kinds.round_of("round:kon-tum:2024"), "2024 (Kon Tum)"),
        (kinds.round_of("2024"), "2024"),
        (kinds.many("verb", ["appraise", "decide"]), "Thẩm định và Quyết định"),
        (kinds.many("verb", []), "–"),
        (kinds.level("PASS"), "Đạt"),
        (kinds.ordinal(2024), "2024"),
        (kinds.share(Fraction(1, 2)), "50%"),
        (said(2024), "2.024"),
        (said(datetime(2024, 12, 31, 17, tzinfo=UTC)), "01/01/2025 00:00"),
        (said(["a", "b"]), "a và b"),
        (said("as typed"), "as typed"),
        (said(""), "–"),
        (said(True), "có"),
        (said(False), "không"),
        (said(0), "0"),
    ],
)
def test_a_value_says_what_it_is(value, vi):
    assert of(value, "vi", names) == vi


def test_nothing_is_a_dash():
    assert [shown(value, "text", "vi") for value in (None, "", [])] == ["–"] * 3


def test_a_column_and_a_table_have_their_titles_from_the_catalogues():
    table = Table("register", [Column("unit_name"), Column("due_on", "date")], [("Chi bộ 1", None)])

    with pytest.raises(KeyError):
        Column("no_such_column").title("vi")

    assert table.dicts() == [{"unit_name": "Chi bộ 1", "due_on": None}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_whose_values_are_not_kept_says_what_stood_there(language):
    reasons = {
        key.partition(".")[2]: text
        for key, text in catalogue(language).items()
        if key.startswith("refusal.")
    }

    for code, text in reasons.items():
        assert shown(code, "refusal", language).count("…") == text.count("…")
    assert "[" in shown("no_mandate", "refusal", language)


def test_a_code_is_told_once_behind_its_words():
    assert of(kinds.typed(kinds.level("PASS")), "vi") == "Đạt (PASS)"
    assert of(kinds.typed(kinds.person("kt-09")), "vi") == "kt-09"
    assert of(kinds.typed(kinds.of("choice", "stance.agree"), "agree"), "vi") == "đồng ý (agree)"
