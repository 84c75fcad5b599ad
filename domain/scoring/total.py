"""From groups to the outcome: deductions, bonus, levels, and whether the subject passes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from domain.scoring.interval import interval

if TYPE_CHECKING:
    from domain.programme.criteria import CriteriaSet, OutcomeBand, Scale
    from domain.scoring.part import Part


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """Points: `base` before deductions, what was `deducted`, `bonus`, their `total` in the scale.

    `counted` is what the pass mark looks at: with the bonus, or without it (D-06).
    """

    base: Fraction
    deducted: Fraction
    bonus: Fraction
    total: Fraction
    counted: Fraction


def total_of(
    scale: Scale, undeducted: Fraction, kept: Fraction, from_total: Fraction, bonus: Fraction
) -> Total:
    """Add up a sheet: what the groups gave without and with deductions, and the pools.

    The total is base less deductions plus bonus, between 0 and the top of the scale (D-07).
    """
    deducted = undeducted - kept + from_total
    total = _within(undeducted - deducted + bonus, scale)
    counted = total if scale.bonus_counts_for_pass else _within(undeducted - deducted, scale)
    return Total(base=undeducted, deducted=deducted, bonus=bonus, total=total, counted=counted)


def _within(points: Fraction, scale: Scale) -> Fraction:
    return max(min(points, Fraction(scale.total)), Fraction(0))


def level_of(criteria: CriteriaSet, points: Fraction) -> str:
    """Answer the level that a total reaches, or an empty text."""
    return next((band.level for band in criteria.bands if _reaches(band, points)), "")


def passes(criteria: CriteriaSet, parts: list[Part], total: Total | None) -> bool:
    """Whether the subject passes by the rule of its criteria; knock-outs always fail it."""
    if any(part.knockouts for part in parts) or not _minima(criteria, parts):
        return False
    rule = criteria.pass_rule
    if rule.rule == "all_groups":
        return all(part.met is not False for part in parts)
    if total is None:
        return False
    if rule.rule == "total":
        return rule.mark is not None and total.counted >= Fraction(rule.mark)
    return _level_passes(criteria, total.counted)


def _minima(criteria: CriteriaSet, parts: list[Part]) -> bool:
    points = {part.node: part.points for part in parts}
    return all(
        group.minimum is None or points[group.id] >= Fraction(group.minimum)
        for group in criteria.groups
    )


def _level_passes(criteria: CriteriaSet, points: Fraction) -> bool:
    """Whether the points reach the band of the level that the pass rule names, or one above."""
    asked = next((b for b in criteria.bands if b.level == criteria.pass_rule.level), None)
    if asked is None:
        return False
    start = interval(asked.range).start
    return start is None or start <= (points, 0)


def _reaches(band: OutcomeBand, points: Fraction) -> bool:
    return interval(band.range).holds(points)
