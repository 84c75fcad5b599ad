"""Scoring a sheet: the outcome kept in the event, and the rows that explain it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from domain.events.base import Outcome
from domain.scoring.entries import Entries, entries
from domain.scoring.nodes import added_up, group_part
from domain.scoring.part import Bench, Part
from domain.scoring.scored import Row, Scored
from domain.scoring.total import Total, level_of, passes, total_of
from domain.scoring.validate import validate
from domain.scoring.value import decimal

if TYPE_CHECKING:
    from domain.events.base import Sheet
    from domain.programme.criteria import CriteriaSet, Scale
    from domain.scoring.facts import Facts
    from domain.scoring.profile import Profile

__all__ = ["score", "validate"]


def score(criteria: CriteriaSet, profile: Profile, sheet: Sheet, facts: Facts) -> Scored:
    """Score a sheet. A wrong sheet is scored too: what `validate` refuses is worth nothing here."""
    entered = entries(criteria, sheet)
    bench = Bench(profile, entered, facts, criteria.rounding.step)
    parts = [group_part(group, bench) for group in criteria.groups]
    rows = [row for part in parts for row in part.rows]
    total = _total(criteria, criteria.scale, parts, bench) if criteria.scale else None
    return Scored(outcome=_outcome(criteria, parts, rows, total), rows=rows)


def _total(criteria: CriteriaSet, scale: Scale, parts: list[Part], bench: Bench) -> Total:
    undeducted = parts
    if bench.entries.deducted:
        before = msgspec.structs.replace(bench, entries=_without_deductions(bench.entries))
        undeducted = [group_part(group, before) for group in criteria.groups]
    most = Fraction(scale.base)
    return total_of(
        scale,
        added_up(most, undeducted, bench)[0],
        added_up(most, parts, bench)[0],
        bench.entries.from_total,
        bench.entries.bonus,
    )


def _without_deductions(entered: Entries) -> Entries:
    return msgspec.structs.replace(entered, deducted={})


def _outcome(
    criteria: CriteriaSet, parts: list[Part], rows: list[Row], total: Total | None
) -> Outcome:
    knockouts = [node for part in parts for node in part.knockouts]
    passed = passes(criteria, parts, total)
    outcome = Outcome(
        passes=passed,
        level=_level(criteria, total, passed=passed, knocked_out=bool(knockouts)),
        met={row.node: row.met for row in rows if row.met is not None},
        knockouts=knockouts,
    )
    return _with_points(outcome, rows, total) if total else outcome


def _with_points(outcome: Outcome, rows: list[Row], total: Total) -> Outcome:
    return msgspec.structs.replace(
        outcome,
        total=decimal(total.total),
        base=decimal(total.base),
        bonus=decimal(total.bonus),
        deducted=decimal(total.deducted),
        points={row.node: row.points for row in rows if row.points is not None},
    )


def _level(criteria: CriteriaSet, total: Total | None, *, passed: bool, knocked_out: bool) -> str:
    """The level of the total; without levels that of the pass rule. A knock-out leaves none."""
    if knocked_out:
        return ""
    if criteria.bands and total is not None:
        return level_of(criteria, total.total)
    return criteria.pass_rule.level if passed else ""
