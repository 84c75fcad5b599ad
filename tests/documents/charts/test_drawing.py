"""The frame of a drawing: what is said to a screen reader, exact figures, words that fit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.charts.bars import Bar, Group, bars
from documents.charts.drawing import About, percent
from documents.charts.lettering import fitted, wide
from tests.documents.charts import looking


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(0), "0%"),
        (Fraction(100), "100%"),
        (Fraction(1, 3), "0.333%"),
        (Fraction(2, 3), "0.667%"),
        (Fraction(1, 2000), "0.001%"),
        (Fraction(5, 2), "2.5%"),
    ],
)
def test_a_percentage_has_at_most_three_decimals(value, written):
    assert percent(value) == written


def test_title_and_description_are_named_by_the_image():
    root = looking.read(bars(About("funnel-wide", "Tên", "Lời", "vi", 316), [Group("", [])]))
    ids = {each.get("id"): each.text for each in root if each.get("id")}

    assert root.get("role") == "img"
    assert ids[root.get("aria-labelledby")] == "Tên"
    assert ids[root.get("aria-describedby")] == "Lời"


def test_hostile_words_are_words():
    bad = "</title><script>alert(1)</script>"
    drawing = bars(About("a", bad, bad, "vi", 600), [Group(bad, [Bar(bad, Fraction(1), bad)], bad)])

    assert "<script" not in drawing
    assert looking.read(drawing)[0].text == bad


@given(st.text(max_size=200), st.integers(40, 600), st.booleans())
def test_words_fit_into_at_most_two_lines(text, room, bold):
    lines = fitted(text, 13, room, bold=bold)

    assert len(lines) <= 2
    assert all(wide(line, 13, bold=bold) <= room for line in lines)


def test_what_was_cut_ends_in_an_ellipsis_and_is_whole_in_the_tooltip():
    name = "Đảng bộ Công ty Trách nhiệm hữu hạn Một thành viên Xổ số kiến thiết tỉnh, chi bộ mẫu số 12, tổ sáu"
    root = looking.read(bars(looking.about(), [Group(name, [Bar("", Fraction(1), "1")])]))
    group = root.find(f"{looking.SPACE}g")
    lines = [each.text for each in group.findall(f"{looking.SPACE}text")]

    assert lines[-1].endswith("…")
    assert group.find(f"{looking.SPACE}title").text == name


def test_a_no_break_space_holds_a_figure_to_its_label():
    lines = fitted("Được công nhận\u00a012 Rút\u00a017", 12, 150)

    assert lines == ["Được công nhận\u00a012", "Rút\u00a017"]
