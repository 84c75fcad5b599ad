"""Rounding half up to a step (D-05)."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


def half_up(value: Fraction, step: Decimal) -> Fraction:
    """Round to the nearest multiple of the step, the middle upwards."""
    return floor(value / Fraction(step) + Fraction(1, 2)) * Fraction(step)


def is_on_step(value: Decimal, step: Decimal) -> bool:
    """Whether the value is a multiple of the step; a step of nothing allows everything."""
    return not step or value % step == 0
