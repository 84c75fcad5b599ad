from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.mean import entered_points, mean
from tests.domain.scoring.sets import conditions, criteria, mark, one, sheet

LEVELS = [{"id": "good", "points": 10}, {"id": "fair", "points": 7}]


def of(table, *sheets):
    return mean([sheet(*marks) for marks in sheets], table)


def test_the_mean_of_a_criterion_is_rounded_half_up():
    assert of(one("points"), [mark(points=7)], [mark(points="7.5")]) == {"1": Decimal("7.5")}
    three = [[mark(points=7)], [mark(points=7)], [mark(points="7.5")]]
    assert of(one("points"), *three) == {"1": 7}


def test_the_step_of_rounding_is_the_programme_s():
    table = one("points")
    finer = criteria({"id": "I", "nodes": [{"id": "1", "kind": "points", "max": 10}]},
                     rounding={"step": "0.1"})  # fmt: skip
    sheets = [[mark(points=7)], [mark(points=7)], [mark(points=8)]]
    assert of(table, *sheets) == {"1": Decimal("7.5")}
    assert of(finer, *sheets) == {"1": Decimal("7.3")}


def test_only_sheets_that_mark_a_criterion_count_for_it():
    assert of(one("points"), [mark(points=7)], []) == {"1": 7}
    assert of(one("points"), []) == {}
    assert mean([], one("points")) == {}


def test_levels_and_conditions_count_with_their_points():
    assert of(one("levels", levels=LEVELS), [mark(value="good")], [mark(value="fair")]) == {
        "1": Decimal("8.5")
    }
    assert of(one("toggle"), [mark(value="true")], [mark(value="false")]) == {"1": 5}


def test_a_breach_counts_in_the_mean_as_it_does_in_the_sheet():
    table = one("points", checks=[{"id": "c"}], on_breach={"effect": "zero"})
    assert entered_points(sheet(mark(points=8), mark("1/c", "false")), table) == {"1": Fraction(0)}


def test_criteria_without_points_have_no_mean():
    assert of(conditions({"id": "1", "kind": "toggle"}), [mark(value="true")]) == {}


@given(st.lists(st.integers(0, 20), min_size=1, max_size=9))
def test_a_mean_lies_between_its_sheets(halves):
    points = [Decimal(each) / 2 for each in halves]
    found = of(one("points"), *[[mark(points=each)] for each in points])["1"]
    assert min(points) <= found <= max(points)
