"""What one criterion comes to by itself, before checks and breaches: a way for every kind."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from domain.scoring.entered import entered
from domain.scoring.interval import interval
from domain.scoring.passing import asks, holds, passes
from domain.scoring.scored import Reason, Source, reason
from domain.scoring.tree import worth
from domain.scoring.value import Value, Values, shown
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.events.base import Mark
    from domain.programme.criteria import Band, Level, Node
    from domain.scoring.facts import Facts
    from words.kinds import Said


class Answer(NamedTuple):
    """The value used, whose it is, its points, whether it meets the criterion, and why."""

    source: Source
    value: str
    points: Fraction
    met: bool
    why: Reason


def answer(node: Node, mark: Mark | None, facts: Facts) -> Answer:
    """Score a leaf: the measured value, else the entered one, else points given outright."""
    known = _from_value(node, mark, facts)
    if known is not None:
        return known
    if mark is not None and mark.points is not None:
        return _from_points(node, mark)
    return MISSING


MISSING = Answer("missing", "", Fraction(0), met=False, why=reason("scored_missing"))


def _from_value(node: Node, mark: Mark | None, facts: Facts) -> Answer | None:
    measured = facts.of(node).value
    if node.kind not in _CHOSEN and measured is not None and _usable(node, measured):
        return _KINDS[node.kind](node, measured, "measured")
    if mark is None or not mark.value or (node.kind == "points" and mark.points is not None):
        return None
    value = entered(node, mark.value)
    return None if value is None else _KINDS[node.kind](node, value, "entered")


def _usable(node: Node, value: Value | Values) -> bool:
    """Whether a measured value can be used. One that lies in no band cannot: then a person chooses."""
    return node.kind != "bands" or _band_of(node, value) is not None


_CHOSEN = {"levels", "points"}
"""Kinds whose value a person chooses; what is measured for them is a gate, not a score."""


def _said(value: Value | Values) -> Said:
    """A value with its words: a level, or several, by what they are called."""
    several = value if isinstance(value, list) else [value]
    if all(isinstance(each, str) for each in several):
        return kinds.many("level", list(dict.fromkeys(several)))
    return kinds.of("text", shown(value))


def _yes_no(node: Node, value: Value | Values, source: Source) -> Answer:
    met = passes(node, value)
    points = worth(node) if met else Fraction(0)
    code = "scored_passes" if met else "scored_fails"
    asked = asks(node)
    said = kinds.of("limit", asked) if asked else "true"
    why = reason(code, value=_said(value), asked=said)
    return Answer(source, shown(value), points, met, why)


def _level(node: Node, value: Value | Values, source: Source) -> Answer:
    level = next(level for level in node.levels if level.id == value)
    why = reason("scored_level", level=kinds.level(level.id, level))
    return Answer(source, level.id, Fraction(level.points), level.passes, why)


def _points(node: Node, value: Value | Values, source: Source) -> Answer:
    points = Fraction(str(value))
    return Answer(source, shown(value), points, _points_meet(node, points), _given(points))


def _band(node: Node, value: Value | Values, source: Source) -> Answer:
    band = _band_of(node, value)
    if band is None:
        why = reason("scored_no_band", value=shown(value))
        return Answer(source, shown(value), Fraction(0), met=False, why=why)
    met = band.passes and (not node.passes or value == band.level or holds(node.passes, value))
    why = reason("scored_band", value=shown(value), range=band.range)
    return Answer(source, shown(value), Fraction(band.points), met, why)


def _band_of(node: Node, value: Value | Values) -> Band | None:
    """The band a number lies in, or the one a person named by its level."""
    for band in node.bands:
        if value == band.level:
            return band
        if not isinstance(value, list) and interval(band.range).holds(value):
            return band
    return None


def _from_points(node: Node, mark: Mark) -> Answer:
    """Points without a value: a collective's figure, or a `points` node."""
    points = Fraction(mark.points or 0)
    return Answer("entered", shown(points), points, _points_meet(node, points), _given(points))


def _points_meet(node: Node, points: Fraction) -> bool:
    """Whether points alone meet a criterion: what it asks, a passing level, or all it is worth."""
    if node.kind == "points":
        return holds(node.passes, points) if node.passes and not node.measure else points > 0
    choices: list[Level | Band] = [*node.levels, *node.bands]
    passing = [Fraction(choice.points) for choice in choices if choice.passes]
    return points >= min(passing or [worth(node)])


def _given(points: Fraction) -> Reason:
    return reason("scored_points", points=shown(points))


_KINDS: dict[str, Callable[[Node, Value | Values, Source], Answer]] = {
    "toggle": _yes_no,
    "levels": _level,
    "points": _points,
    "bands": _band,
    "threshold": _yes_no,
    "series": _yes_no,
    "ratio_of_cases": _yes_no,
    "external_result": _yes_no,
}
