"""Scoring one node: a leaf, a group inside a group, or one that does not apply."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.scoring.applies import is_due
from domain.scoring.breach import after_breach, failures
from domain.scoring.own_tasks import answer_of
from domain.scoring.part import Part
from domain.scoring.passing import holds
from domain.scoring.rounding import half_up
from domain.scoring.scored import Reason, Row, reason
from domain.scoring.tree import worth
from domain.scoring.value import decimal, shown

if TYPE_CHECKING:
    from domain.programme.criteria import Group, Node
    from domain.scoring.part import Bench


def part_of(node: Node, bench: Bench) -> Part:
    """Score a node with everything below it."""
    if not is_due(node.applies, bench.profile):
        return _not_due(node)
    if node.kind == "group":
        return group_part(node, bench)
    return _leaf(node, bench)


def _leaf(node: Node, bench: Bench) -> Part:
    given = answer_of(node, bench.entries.marks, bench.facts, bench.profile)
    failed = failures(node, bench.entries.marks, bench.facts, bench.profile)
    met = given.met and not failed
    kept, effects = after_breach(node, given, breached=not met)
    points, deducted = _deduct(node.id, kept, bench)
    row = Row(
        node=node.id,
        source=given.source,
        value=given.value,
        points=decimal(points),
        maximum=decimal(worth(node)),
        met=met,
        why=[given.why, *failed, *effects, *deducted],
    )
    knockouts = [node.id] if not met and node.on_breach.effect == "knockout" else []
    return Part(node.id, points, worth(node), met, rows=[row], knockouts=knockouts)


def group_part(group: Node | Group, bench: Bench) -> Part:
    """Add up a group: capped at its maximum, rescaled for what is excluded, then deducted from."""
    parts = [part_of(node, bench) for node in group.nodes]
    below = [row for part in parts for row in part.rows]
    if parts and all(part.excluded for part in parts):
        return _excluded_group(group, below)
    added, rescaled = added_up(worth(group), parts, bench, shared=group.shared)
    points, deducted = _deduct(group.id, added, bench)
    met = _group_met(group, points, parts)
    row = Row(
        node=group.id,
        source="computed",
        points=decimal(points),
        maximum=decimal(worth(group)),
        met=met,
        why=[*_group_why(group, parts), *rescaled, *deducted],
    )
    knockouts = [node for part in parts for node in part.knockouts]
    return Part(group.id, points, worth(group), met, rows=[row, *below], knockouts=knockouts)


def _excluded_group(group: Node | Group, below: list[Row]) -> Part:
    """Answer the part of a group whose nodes are all excluded; its worth is spread over other groups."""
    why = [reason("not_applicable_exclude_and_rescale")]
    most = worth(group)
    row = Row(node=group.id, source="not_applicable", maximum=decimal(most), why=why)
    return Part(group.id, Fraction(0), most, met=None, excluded=most, rows=[row, *below])


def added_up(
    most: Fraction, parts: list[Part], bench: Bench, *, shared: bool = False
) -> tuple[Fraction, list[Reason]]:
    """Add the parts, up to a maximum. Where some are excluded, the sum of the rest is scaled up to the whole.

    A `shared` maximum is open to those that count, so that nothing is scaled.
    """
    points = sum((part.points for part in parts), Fraction(0))
    excluded = sum((part.excluded for part in parts), Fraction(0))
    counted = sum((part.worth for part in parts), Fraction(0)) - excluded
    if shared or not excluded or counted <= 0:
        return min(points, most), []
    whole = counted + excluded
    rescaled = half_up(points * whole / counted, bench.step)
    why = reason("group_rescaled", points=shown(points), of=shown(counted), to=shown(whole))
    return min(rescaled, most), [why]


def _group_met(group: Node | Group, points: Fraction, parts: list[Part]) -> bool:
    minimum = getattr(group, "minimum", None)
    if minimum is not None and points < Fraction(minimum):
        return False
    rule = group.pass_when
    if rule == "sum":
        asked = getattr(group, "passes", "")
        return not asked or holds(asked, points)
    counted = [part.met for part in parts if part.met is not None]
    needed = len(counted) if rule == "all" else min(rule, len(counted))
    return sum(counted) >= needed


def _group_why(group: Node | Group, parts: list[Part]) -> list[Reason]:
    counted = [part.met for part in parts if part.met is not None]
    minimum = getattr(group, "minimum", None)
    why = [reason("group_met", met=sum(counted), of=len(counted))]
    return [*why, reason("group_minimum", minimum=minimum)] if minimum is not None else why


def _deduct(node: str, points: Fraction, bench: Bench) -> tuple[Fraction, list[Reason]]:
    """Take a scorer's deductions from a criterion, never below nothing (D-07)."""
    less = min(bench.entries.deducted.get(node, Fraction(0)), points)
    return points - less, [reason("deducted", points=shown(less))] if less else []


def _not_due(node: Node) -> Part:
    """Answer the part of a node that does not count, by the rule it carries."""
    rule, most = node.not_applicable, worth(node)
    points = most if rule == "full" else Fraction(0)
    row = Row(
        node=node.id,
        source="not_applicable",
        points=decimal(points) if rule in {"full", "zero"} else None,
        maximum=decimal(most),
        met=True if rule == "full" else None,
        why=[reason(f"not_applicable_{rule}")],
    )
    return Part(
        node=node.id,
        points=points,
        worth=Fraction(0) if rule == "not_counted" else most,
        met=row.met,
        excluded=most if rule == "exclude_and_rescale" else Fraction(0),
        rows=[row],
    )
