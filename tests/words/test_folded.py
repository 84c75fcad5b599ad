"""Text as it is looked for."""

from unicodedata import normalize

import pytest

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


def test_words_are_letters_and_digits_each_once():
    assert words_of("Chi bộ 12-QĐ/ĐU, chi bộ") == ["chi", "bo", "12", "qd", "du"]
