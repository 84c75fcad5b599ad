"""Whether a value passes what a node asks of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.scoring.comparison import comparison
from domain.scoring.value import Ratio, Value, Values

if TYPE_CHECKING:
    from domain.programme.criteria import Node, Series


def passes(node: Node, value: Value | Values) -> bool:
    """Whether a measured or entered value passes a node of a kind that says yes or no."""
    if node.kind == "series" and node.series:
        return _series(node.series, value)
    asked = asks(node)
    if not asked:
        return value == "true"
    return holds(asked, value)


def asks(node: Node) -> str:
    """Answer the comparison that a node asks for, empty where it takes a plain yes."""
    if node.kind == "series" and node.series:
        return node.series.passes
    external = node.external
    if node.kind == "external_result" and external and external.of == "self":
        return f">= {external.at_least}"
    return node.passes


def holds(asked: str, value: Value | Values) -> bool:
    """Whether a value passes; of several values each one must."""
    compare = comparison(asked)
    values = value if isinstance(value, list) else [value]
    return bool(values) and all(compare.holds(each) for each in values)


def _series(series: Series, value: Value | Values) -> bool:
    if series.need == "mean":
        return comparison(series.passes).holds(_mean(value))
    passed, due = _passed(series, value)
    needed = due if series.need == "all" else min(series.need, due)
    return due > 0 and passed >= needed


def _passed(series: Series, value: Value | Values) -> tuple[int, int]:
    """How many values pass, of how many that were due."""
    if isinstance(value, Ratio):
        return value.count, value.of
    asked = comparison(series.passes)
    values = value if isinstance(value, list) else [value]
    return sum(asked.holds(each) for each in values), len(values)


def _mean(value: Value | Values) -> Fraction | None:
    """The mean of the values due, a missing one counted as nothing."""
    values = value if isinstance(value, list) else [value]
    if not values or any(isinstance(each, str) for each in values):
        return None
    exact = (Fraction(v.count, v.of) if isinstance(v, Ratio) else v for v in values)
    return sum((Fraction(each or 0) for each in exact), Fraction(0)) / len(values)
