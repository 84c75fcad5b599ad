from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.comparison import comparison
from domain.scoring.value import Ratio


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("≥ 85 %", Fraction(8499, 10000), False),
        ("≥ 85 %", Fraction(85, 100), True),
        (">= 85 %", Ratio(17, 20), True),
        (">= 85 %", Ratio(16, 19), False),
        ("≥85%", Ratio(0, 0), False),
        ("= 0", Fraction(0), True),
        ("= 0", Fraction(1), False),
        ("== 0", Ratio(0, 3), True),
        ("≤ 2", Fraction(2), True),
        ("<= 2", Fraction(3), False),
        ("< 3", Fraction(3), False),
        ("> 1/2", Ratio(1, 2), False),
        ("> 1/2", Ratio(2, 3), True),
        ("≠ 1", Fraction(1), False),
        ("!= 1", Fraction(2), True),
        (">= 90", Fraction(89), False),
        ("= GOOD", "GOOD", True),
        ("= GOOD", "FAIR", False),
        ("!= POOR", "GOOD", True),
        (">= FAIR", "GOOD", True),
        (">= FAIR", "AVERAGE", False),
        (">= WELL", "COMPLETED", False),
        (">= WELL", "GOOD", False),
        ("= yes", "yes", True),
        ("= yes", "no", False),
        ("= GOOD", Fraction(1), False),
        (">= 90", "ninety", False),
        (">= 90", None, False),
    ],
)
def test_a_comparison_holds_exactly(text, value, holds):
    assert comparison(text).holds(value) is holds


@pytest.mark.parametrize("text", ["", "85", "about 85", ">=", ">= nice", "=> 5", "= 85 per cent"])
def test_what_is_no_comparison_is_refused(text):
    with pytest.raises(ValueError, match="not a comparison"):
        comparison(text)


def test_nine_tenths_of_a_small_cell_means_everybody():
    asked = comparison(">= 90 %")
    assert [asked.holds(Ratio(n - 1, n)) for n in range(3, 10)] == [False] * 7
    assert asked.holds(Ratio(9, 10))


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 100))
def test_a_ratio_is_compared_as_its_fraction(count, of, limit):
    assert comparison(f">= {limit} %").holds(Ratio(count, of)) is (
        Fraction(count, of) >= Fraction(limit, 100)
    )
