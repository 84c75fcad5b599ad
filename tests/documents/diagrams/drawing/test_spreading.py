"""Things side by side keep their order and their distance."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.diagrams.drawing.spreading import spread, spread_within

WISHES = st.lists(st.floats(-1000, 1000), min_size=1, max_size=12)


def test_what_has_room_stands_where_it_wishes():
    assert spread([0, 50, 90], [10, 10]) == [0, 50, 90]


def test_what_collides_moves_to_the_common_middle():
    assert spread([10, 10, 50], [20, 10]) == [0, 20, 50]


def test_the_heavier_moves_less():
    assert spread([10, 10], [20], [3, 1]) == [5, 25]


def test_nothing_takes_no_room():
    assert spread([], []) == []
    assert spread_within([], 10, 0, 5) == []


def test_the_gap_shrinks_where_there_is_too_little_room():
    assert spread_within([5, 5, 5], 18, 0, 20) == [0, 10, 20]


def test_the_bounds_hold_at_either_end():
    assert spread_within([0, 0], 10, 0, 100) == [0, 10]
    assert spread_within([100, 100], 10, 0, 100) == [90, 100]


@settings(deadline=None)
@given(WISHES, st.floats(0, 100))
def test_the_gap_is_always_kept(wishes, gap):
    places = spread(wishes, [gap] * (len(wishes) - 1))
    assert all(right - left >= gap - 1e-6 for left, right in pairwise(places))


@settings(deadline=None)
@given(WISHES, st.floats(1, 100))
def test_the_mean_of_the_places_is_the_mean_of_the_wishes(wishes, gap):
    places = spread(wishes, [gap] * (len(wishes) - 1))
    assert sum(places) == pytest.approx(sum(wishes), abs=1e-6)


@settings(deadline=None)
@given(WISHES, st.floats(1, 100))
def test_within_bounds_everything_stays_inside_and_in_order(wishes, gap):
    places = spread_within(wishes, gap, -50, 300)
    assert all(-50 - 1e-6 <= place <= 300 + 1e-6 for place in places)
    assert all(left <= right + 1e-6 for left, right in pairwise(places))
