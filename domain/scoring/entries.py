"""A sheet sorted by node, so that the order of its lines does not matter."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from domain.events.base import Mark

if TYPE_CHECKING:
    from domain.events.base import Sheet
    from domain.programme.criteria import CriteriaSet


class Entries(msgspec.Struct, frozen=True):
    """Marks by node, deductions by node, the deduction from the total, bonus before its cap."""

    marks: dict[str, Mark] = {}
    deducted: dict[str, Fraction] = {}
    from_total: Fraction = Fraction(0)
    bonus: Fraction = Fraction(0)


def entries(criteria: CriteriaSet, sheet: Sheet) -> Entries:
    """Sort a sheet; unknown reasons count for nothing, the last of two marks counts."""
    by_node, from_total = _deductions(criteria, sheet)
    return Entries(
        {mark.node: mark for mark in sheet.marks}, by_node, from_total, _bonus(criteria, sheet)
    )


def _deductions(criteria: CriteriaSet, sheet: Sheet) -> tuple[dict[str, Fraction], Fraction]:
    """Add up deductions: the cap is for one reason and criterion, or one reason and the total."""
    times: dict[tuple[str, str], int] = defaultdict(int)
    for deduction in sheet.deductions:
        times[deduction.reason, deduction.node] += max(deduction.times, 0)
    by_node: dict[str, Fraction] = defaultdict(Fraction)
    known = {reason.id: reason for reason in criteria.deductions}
    for (name, node), count in times.items():
        if name in known:
            rule = known[name]
            points = Fraction(rule.points) * count
            capped = points if rule.cap is None else min(points, Fraction(rule.cap))
            by_node[node if rule.level == "criterion" else ""] += capped
    return dict(by_node), by_node.pop("", Fraction(0))


def _bonus(criteria: CriteriaSet, sheet: Sheet) -> Fraction:
    """Add up bonus points: each reason up to its own maximum, all up to the pool (D-06)."""
    points: dict[str, Fraction] = defaultdict(Fraction)
    for bonus in sheet.bonus:
        points[bonus.reason] += max(Fraction(bonus.points), Fraction(0))
    each = (min(points[reason.id], Fraction(reason.max)) for reason in criteria.bonus)
    pool = Fraction(criteria.scale.bonus) if criteria.scale else Fraction(0)
    return min(sum(each, Fraction(0)), pool)
