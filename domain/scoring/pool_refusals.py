"""What is wrong with the bonus points and deductions of a sheet."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from domain.refusals import Refusal, refusal
from domain.scoring.tree import nodes
from words import kinds

if TYPE_CHECKING:
    from domain.events.base import Deduction, Sheet
    from domain.programme.criteria import CriteriaSet


def pool_refusals(criteria: CriteriaSet, sheet: Sheet) -> list[Refusal]:
    """List unknown reasons, bonus points out of range, deductions from nothing."""
    reasons = [each for one in sheet.deductions for each in _deduction(criteria, one)]
    return [*_bonus(criteria, sheet), *reasons]


def _bonus(criteria: CriteriaSet, sheet: Sheet) -> list[Refusal]:
    known = {reason.id: reason.max for reason in criteria.bonus}
    given: dict[str, Decimal] = defaultdict(Decimal)
    for bonus in sheet.bonus:
        given[bonus.reason] += bonus.points
    reasons = [
        refusal("bonus_negative", reason=kinds.of("reason", bonus.reason))
        for bonus in sheet.bonus
        if bonus.points < 0
    ]
    for reason, points in given.items():
        if reason not in known:
            reasons.append(refusal("bonus_unknown", reason=kinds.of("reason", reason)))
        elif points > known[reason]:
            values = {
                "reason": kinds.of("reason", reason),
                "points": points,
                "maximum": known[reason],
            }
            reasons.append(refusal("bonus_above", **values))
    return reasons


def _deduction(criteria: CriteriaSet, deduction: Deduction) -> list[Refusal]:
    levels = {reason.id: reason.level for reason in criteria.deductions}
    if deduction.reason not in levels:
        return [refusal("deduction_unknown", reason=kinds.of("reason", deduction.reason))]
    reasons = []
    if deduction.times < 1:
        reasons.append(
            refusal(
                "deduction_times",
                reason=kinds.of("reason", deduction.reason),
                times=deduction.times,
            )
        )
    places = {*(group.id for group in criteria.groups), *(node.id for node in nodes(criteria))}
    if levels[deduction.reason] == "total":
        if deduction.node:
            reasons.append(
                refusal(
                    "deduction_from_total",
                    reason=kinds.of("reason", deduction.reason),
                )
            )
    elif deduction.node not in places:
        values = {
            "reason": kinds.of("reason", deduction.reason),
            "node": kinds.of("criterion", deduction.node),
        }
        reasons.append(refusal("deduction_from_nothing", **values))
    return reasons
