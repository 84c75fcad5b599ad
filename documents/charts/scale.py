"""From a value to a place across the drawing: linear, and always with zero on the scale."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple


class Scale(NamedTuple):
    """Values from `low` (zero, unless a value is below it) to `high`, on a stretch in percent."""

    low: Fraction
    high: Fraction
    left: Fraction
    right: Fraction

    def length(self, value: Fraction) -> Fraction:
        """How long a bar for the value is; none is shorter than nothing."""
        return max(value, Fraction(0)) * (self.right - self.left) / (self.high - self.low)

    def at(self, value: Fraction) -> Fraction:
        return self.left + (value - self.low) * (self.right - self.left) / (self.high - self.low)


def scale(values: Iterable[Fraction], left: Fraction, right: Fraction) -> Scale:
    """The scale that holds all of the values and zero; one long where there is nothing else."""
    found = [Fraction(0), *values]
    low, high = min(found), max(found)
    return Scale(low, high if high > low else low + 1, left, right)
