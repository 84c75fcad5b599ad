"""What is wrong with one mark: its value, its points, the two together."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from domain.refusal import Refusal, refusal
from domain.scoring.entered import compared, entered
from domain.scoring.facts import Facts
from domain.scoring.how_to_write import how_to_write
from domain.scoring.leaf import answer
from domain.scoring.rounding import is_on_step
from domain.scoring.tree import worth
from domain.scoring.value import decimal, number
from words import kinds

if TYPE_CHECKING:
    from domain.events.base import Mark
    from domain.programme.criteria import Node


def mark_refusals(node: Node, mark: Mark, steps: list[Decimal]) -> list[Refusal]:
    """List what is wrong with a mark; points may keep to the node's step or to one of `steps`."""
    reasons = _value(node, mark)
    points = mark.points
    if points is None and node.kind == "points" and not reasons and mark.value.strip():
        value = entered(node, mark.value)
        points = decimal(value) if isinstance(value, Fraction) else None
    if points is None:
        return reasons
    return [*reasons, *_points(node, points, [node.step, *steps]), *_disagreement(node, mark)]


def _value(node: Node, mark: Mark) -> list[Refusal]:
    if not mark.value.strip():
        return []
    if _is_gate_value(node, mark):
        readable = compared(node.passes, mark.value) if node.passes else number(mark.value)
        return [_unreadable(node, mark)] if readable is None else []
    if entered(node, mark.value) is None:
        return [_unreadable(node, mark)]
    given = answer(node, mark, Facts())
    if given.why.code == "scored_no_band":
        return [
            refusal(
                "value_in_no_band",
                node=kinds.of("criterion", node.id),
                value=mark.value,
            )
        ]
    return []


def _unreadable(node: Node, mark: Mark) -> Refusal:
    if node.kind != "levels":
        return refusal(
            "value_unreadable",
            node=kinds.of("criterion", node.id),
            value=mark.value,
            how=how_to_write(node),
        )
    return refusal(
        "level_unknown",
        node=kinds.of("criterion", node.id),
        level=mark.value,
        known=[kinds.typed(kinds.level(level.id, level)) for level in node.levels],
    )


def _points(node: Node, points: Decimal, steps: list[Decimal]) -> list[Refusal]:
    most = decimal(worth(node))
    if points < 0:
        return [
            refusal(
                "points_negative",
                node=kinds.of("criterion", node.id),
                points=points,
            )
        ]
    if points > most:
        return [
            refusal(
                "points_above",
                node=kinds.of("criterion", node.id),
                points=points,
                maximum=most,
            )
        ]
    if any(is_on_step(points, step) for step in steps):
        return []
    return [
        refusal(
            "points_off_step",
            node=kinds.of("criterion", node.id),
            points=points,
            step=node.step,
        )
    ]


def _disagreement(node: Node, mark: Mark) -> list[Refusal]:
    """Refuse points beside a value that is worth other points."""
    if not mark.value.strip() or _is_gate_value(node, mark) or entered(node, mark.value) is None:
        return []
    worth_of_value = answer(node, msgspec.structs.replace(mark, points=None), Facts()).points
    if mark.points is None or Fraction(mark.points) == worth_of_value:
        return []
    return [
        refusal(
            "points_disagree",
            node=kinds.of("criterion", node.id),
            points=mark.points,
            value=decimal(worth_of_value),
        )
    ]


def _is_gate_value(node: Node, mark: Mark) -> bool:
    """Beside points of a `points` node the value is a measured one, read by the node's gate."""
    return node.kind == "points" and mark.points is not None
