"""A programme's code stands in names of streams and files; a key is what it looks like."""

import pytest

from tests.domain.programme.trees import told


@pytest.mark.parametrize(
    "code", ["", " ", "../../x", "a\nb", "Kon-Tum", "a--b", "a:b", "x" * 41, "kon tum", "-"]
)
def test_a_code_that_is_none_is_told_at_its_place(code):
    assert told(("code", code)) == ["code"]


@pytest.mark.parametrize("code", ["a", "kon-tum", "x" * 40, "s5"])
def test_a_code_is_small_letters_digits_and_hyphens(code):
    assert told(("code", code)) == []


@pytest.mark.parametrize("key", ["", " a", "a\u200b", "a\u0301", "x" * 101])
def test_a_key_that_cannot_be_shown_as_it_is_is_told(key):
    title = {"vi": "Danh hiệu", "en": "Title"}

    assert told((f"titles.{key}", title)) == [f"titles.{key}"]
