from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.interval import Flaw, gaps_and_overlaps, interval
from domain.scoring.value import Ratio


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("[80, 90)", Fraction(80), True),
        ("[80, 90)", Fraction(90), False),
        ("(80, 90]", Fraction(80), False),
        ("(80, 90]", Fraction(90), True),
        ("[80 %, 90 %)", Ratio(17, 20), True),
        ("[80, 90) %", Ratio(9, 10), False),
        ("[84,5; 90)", Fraction(169, 2), True),
        ("[90, )", Fraction(1000), True),
        ("(, 50)", Fraction(-1), True),
        ("(, 50)", Fraction(50), False),
        ("[0, 1]", Ratio(0, 0), False),
        ("[0, 1]", "GOOD", False),
        ("[0, 1]", None, False),
    ],
)
def test_a_value_is_in_a_range_or_not(text, value, holds):
    assert interval(text).holds(value) is holds


@pytest.mark.parametrize("text", ["80-90", "[80]", "[90, 80]", "[80, 80)", "[a, b]"])
def test_what_is_no_range_is_refused(text):
    with pytest.raises(ValueError, match=r"not a range|an empty range|not a number"):
        interval(text)


def test_ranges_that_meet_have_no_flaw():
    assert gaps_and_overlaps(["[90, 100]", "[70, 90)", "[0, 70)"], 0, 100) == []


def test_a_hole_between_levels_is_found():
    levels = ["[90, 240]", "[75, 90)", "[60, 75)", "[45, 46)", "[0, 45)"]
    assert gaps_and_overlaps(levels, 0, 240) == [Flaw("gap", "[46, 60)")]


def test_holes_at_both_ends_are_found():
    assert gaps_and_overlaps(["(10, 90)"], 0, 100) == [
        Flaw("gap", "[0, 10]"),
        Flaw("gap", "[90, 100]"),
    ]
    assert gaps_and_overlaps([], 0, 1) == [Flaw("gap", "[0, 1]")]


def test_a_value_in_two_ranges_is_found():
    assert gaps_and_overlaps(["[0, 50]", "[50, 100]"], 0, 100) == [Flaw("overlap", "[50, 50]")]
    assert gaps_and_overlaps(["[0, 100]", "[20, 30)"], 0, 100) == [Flaw("overlap", "[20, 30)")]


def test_exactly_half_falls_between_two_levels_of_the_real_table():
    speaking = ["(50 %, 100 %]", "[40 %, 50 %)", "[30 %, 40 %)", "[0 %, 30 %)"]
    assert gaps_and_overlaps(speaking, "0 %", "100 %") == [Flaw("gap", "[0.5, 0.5]")]


def test_open_ends_cover_everything():
    assert gaps_and_overlaps(["(, 50)", "[50, )"], 0, 100) == []


def test_limits_must_be_numbers():
    with pytest.raises(ValueError, match="low"):
        gaps_and_overlaps(["[0, 1]"], "low", 1)


@given(st.lists(st.integers(0, 100), min_size=2, unique=True))
def test_ranges_cut_from_a_scale_cover_it_once(cuts):
    edges = sorted(cuts)
    ranges = [f"[{low}, {high})" for low, high in pairwise(edges)]
    whole = [*ranges[:-1], ranges[-1].replace(")", "]")]
    assert gaps_and_overlaps(whole[::-1], edges[0], edges[-1]) == []
    if len(whole) > 1:
        assert gaps_and_overlaps(whole[1:], edges[0], edges[-1]) == [Flaw("gap", whole[0])]
