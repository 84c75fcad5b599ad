from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.rounding import half_up, is_on_step


def test_the_middle_goes_up():
    half = Decimal("0.5")
    assert half_up(Fraction(13, 4), half) == Fraction(7, 2)
    assert half_up(Fraction(324, 100), half) == 3
    assert half_up(Fraction(10, 3), half) == Fraction(7, 2)


def test_points_off_the_step_are_seen():
    assert is_on_step(Decimal("3.5"), Decimal("0.5"))
    assert not is_on_step(Decimal("3.4"), Decimal("0.5"))
    assert is_on_step(Decimal("3.4"), Decimal(0))


@given(st.fractions(0, 100), st.sampled_from(["0.1", "0.25", "0.5", "1", "5"]))
def test_rounding_is_the_nearest_multiple(value, step):
    exact = Fraction(step)
    rounded = half_up(value, Decimal(step))
    below = floor(value / exact) * exact
    assert rounded == (below if value - below < exact / 2 else below + exact)
