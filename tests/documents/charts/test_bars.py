"""Bars in groups: as long as their values, from zero, with all of their words."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.charts.bars import Bar, Group, bars
from documents.charts.drawing import LEFT
from documents.charts.inks import CROSSED, HATCHED, OPEN, PALE, SOLID, STRIPED
from tests.documents.charts import looking

INKS = (SOLID, PALE, OPEN, HATCHED, CROSSED, STRIPED)
NAMES = st.text(st.sampled_from("Đảng bộ xã mẫu số 1 <&>\"' WM… "), max_size=160)
VALUES = st.integers(0, 999_999) | st.fractions(0, 1, max_denominator=997)
BARS = st.builds(
    lambda label, value, ink: Bar(label, Fraction(value), f"{round(value)}", ink),
    NAMES, VALUES, st.sampled_from(INKS),
)  # fmt: skip
GROUPS = st.lists(
    st.builds(Group, NAMES, st.lists(BARS, min_size=1, max_size=6), NAMES), min_size=1, max_size=5
)
ROOMS = st.sampled_from([316, 600])


def drawn(groups, room=316):
    return looking.read(bars(looking.about(room), groups))


def group(*values, labels=True):
    return Group(
        "Một nhóm", [Bar(f"bước {v}" if labels else "", Fraction(v), str(v)) for v in values]
    )


@given(GROUPS, ROOMS)
def test_nothing_sticks_out(groups, room):
    assert looking.sticking_out(drawn(groups, room), room) == []


@given(GROUPS)
def test_a_bar_is_as_long_as_its_value_is_of_the_greatest(groups):
    values = [bar.value for each in groups for bar in each.bars if bar.value]
    found = looking.bars(drawn(groups))

    assert len(found) == len(values)
    for (_, width, *_), value in zip(found, values, strict=True):
        greatest = max(width for _, width, *_ in found)
        assert abs(width - greatest * value / max(values)) <= Fraction(1, 500)


@given(GROUPS)
def test_every_bar_begins_at_the_same_zero(groups):
    assert len({left for left, *_ in looking.bars(drawn(groups))}) <= 1


@given(GROUPS)
def test_bars_never_overlap(groups):
    found = looking.bars(drawn(groups))

    assert all(one[2] + one[3] < other[2] for one, other in pairwise(found))


@given(GROUPS, ROOMS)
def test_the_same_figures_are_the_same_text(groups, room):
    assert bars(looking.about(room), groups) == bars(looking.about(room), groups)


def test_a_value_of_zero_has_no_bar_but_its_figure():
    root = drawn([group(0, 4)])

    assert len(looking.bars(root)) == 1
    assert {each.text for each in looking.words(root, 316)} >= {"0", "4"}


def test_a_value_below_zero_is_told_but_not_drawn():
    assert len(looking.bars(drawn([group(-3, 4)]))) == 1


def test_bars_without_labels_begin_at_the_edge():
    assert looking.bars(drawn([group(2, 4, labels=False)]))[0][0] == LEFT


@pytest.mark.parametrize("value", [5, 10, 20])
def test_what_was_wanted_is_marked_at_its_value(value):
    root = drawn([Group("", [Bar("", Fraction(value), str(value), SOLID, Fraction(10))])])
    lines = root.findall(f"{looking.SPACE}line")
    mark = next(each for each in lines if each.get("stroke-width") == "3")
    (left, width, *_), reach = looking.bars(root)[0], max(value, 10)

    assert abs(looking.part(mark.get("x1")) - left - width * reach / value * 10 / reach) < Fraction(
        1, 100
    )


def test_patterns_are_told_apart_without_colour_and_named_for_their_chart():
    root = drawn([Group("", [Bar("", Fraction(1), "1", ink) for ink in INKS])])
    paths = {
        each.find(f"{looking.SPACE}path").get("d") for each in root.iter(f"{looking.SPACE}pattern")
    }
    names = {each.get("id") for each in root.iter(f"{looking.SPACE}pattern")}

    assert names == {"chart-hatched", "chart-crossed", "chart-striped"}
    assert len(paths) == len(names)
