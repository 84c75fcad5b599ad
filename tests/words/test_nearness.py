"""What may have been meant comes before what only looks a little like it."""

import pytest

from words.nearness import by_nearness, nearest

LEVELS = {
    "PASS": ["PASS", "Đạt", "Pass"],
    "FAIL": ["FAIL", "Không đạt", "Fail"],
    "X": ["EXCELLENT"],
}


@pytest.mark.parametrize(
    ("typed", "first"), [("Đạt", "PASS"), ("pas", "PASS"), ("khong dat", "FAIL"), ("excelent", "X")]
)
def test_everything_is_named_the_nearest_first(typed, first):
    found = by_nearness(typed, LEVELS)

    assert found[0] == first
    assert sorted(found) == sorted(LEVELS)


def test_what_looks_like_nothing_keeps_the_order():
    assert by_nearness("", LEVELS) == list(LEVELS)


def test_a_misspelt_word_is_told_with_the_few_that_it_is_like():
    words = {word: [word] for word in ("until", "organ", "mandate", "power", "post")}

    assert nearest("til", words) == ["until"]
    assert nearest("mandat", words) == ["mandate"]
    assert len(nearest("zzz", words)) == 3
