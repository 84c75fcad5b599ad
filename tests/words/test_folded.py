"""Text as it is looked for."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from words.folded import folded, words_of


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("Đội Đường sắt", "doi duong sat"),
        ("CHI BỘ  Khoa\tNội ", "chi bo khoa noi"),
        ("Nguyễn Thị Ngượng", "nguyen thi nguong"),
        ("12-QĐ/ĐU", "12-qd/du"),
        ("", ""),
    ],
)
def test_tone_marks_case_and_spaces_do_not_count(typed, looked_for):
    assert folded(typed) == looked_for
    assert folded(normalize("NFD", typed)) == looked_for
    assert folded(looked_for) == looked_for


@given(st.text())
def test_what_is_folded_stays_as_it_is_however_it_was_composed(typed):
    once = folded(typed)
    assert folded(once) == once
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert folded(normalize(form, typed)) == once


def test_both_places_of_a_tone_mark_are_one():
    assert folded("Đảng uỷ") == folded("Đảng ủy") == "dang uy"
    assert folded("Hoà Bình") == folded("Hòa Bình")


def test_words_are_letters_and_digits_each_once():
    assert words_of("Chi bộ 12-QĐ/ĐU, chi bộ") == ["chi", "bo", "12", "qd", "du"]
