"""What is wrong with the bonus points and deductions of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from domain.scoring.tree import nodes
from words import kinds

if TYPE_CHECKING:
    from domain.events.base import Deduction, Sheet
    from domain.programme.criteria import CriteriaSet


def pool_refusals(criteria: CriteriaSet, sheet: Sheet) -> list[Refusal]:
    """List unknown reasons, negative bonus points, deductions from nothing."""
    reasons = [each for one in sheet.deductions for each in _deduction(criteria, one)]
    return [*_bonus(criteria, sheet), *reasons]


def _bonus(criteria: CriteriaSet, sheet: Sheet) -> list[Refusal]:
    """What is above a maximum is cut, under one reason as under several (D-06)."""
    known = {reason.id for reason in criteria.bonus}
    negative = [each.reason for each in sheet.bonus if each.points < 0]
    unknown = dict.fromkeys(each.reason for each in sheet.bonus if each.reason not in known)
    told = [kinds.typed(kinds.of("reason", each.id, each)) for each in criteria.bonus]
    return [
        *(refusal("bonus_negative", reason=kinds.of("reason", reason)) for reason in negative),
        *(
            refusal("bonus_unknown", reason=kinds.of("reason", reason), known=told)
            for reason in unknown
        ),
    ]


def _deduction(criteria: CriteriaSet, deduction: Deduction) -> list[Refusal]:
    levels = {reason.id: reason.level for reason in criteria.deductions}
    if deduction.reason not in levels:
        known = [kinds.typed(kinds.of("reason", each.id, each)) for each in criteria.deductions]
        reason = kinds.of("reason", deduction.reason)
        return [refusal("deduction_unknown", reason=reason, known=known)]
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
