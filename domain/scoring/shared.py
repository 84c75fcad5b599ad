"""Contents that share one maximum without a split: together they give no more than it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from domain.scoring.applies import due_leaves, is_due
from domain.scoring.own_tasks import answer_of
from domain.scoring.tree import nodes, worth
from domain.scoring.value import decimal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.events.base import Mark, Sheet
    from domain.programme.criteria import CriteriaSet, Group, Node
    from domain.scoring.facts import Facts
    from domain.scoring.profile import Profile


def shared_refusals(
    criteria: CriteriaSet, profile: Profile, sheet: Sheet, facts: Facts
) -> list[Refusal]:
    """Refuse marks of contents that share a maximum where they come to more than it together."""
    marks = {mark.node: mark for mark in sheet.marks}
    reasons = []
    for part in _sharing(criteria, profile):
        given = _given(part, marks, facts, profile)
        if given > worth(part):
            said = {"points": decimal(given), "maximum": decimal(worth(part))}
            among = kinds.many("criterion", [node.id for node in part.nodes])
            reasons.append(refusal("points_above_shared", criteria=among, **said))
    return reasons


def _sharing(criteria: CriteriaSet, profile: Profile) -> Iterator[Group | Node]:
    yield from (group for group in criteria.groups if group.shared)
    yield from (node for node in nodes(criteria) if node.shared and is_due(node.applies, profile))


def _given(
    part: Group | Node, marks: Mapping[str, Mark], facts: Facts, profile: Profile
) -> Fraction:
    answers = (answer_of(node, marks, facts, profile) for node in due_leaves([part], profile))
    return sum((each.points for each in answers), Fraction(0))
