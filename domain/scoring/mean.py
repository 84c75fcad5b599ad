"""The mean of several assessors' sheets (D-05)."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from domain.scoring.breach import after_breach, failures
from domain.scoring.facts import Facts
from domain.scoring.own_tasks import answer_of
from domain.scoring.profile import Profile
from domain.scoring.rounding import half_up
from domain.scoring.tree import leaves
from domain.scoring.value import decimal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.events.base import Sheet
    from domain.events.details import OwnTask
    from domain.programme.criteria import CriteriaSet

NO_TASKS: Mapping[str, list[OwnTask]] = MappingProxyType({})
ANYBODY = Profile()


def mean(
    sheets: list[Sheet],
    criteria: CriteriaSet,
    tasks: Mapping[str, list[OwnTask]] = NO_TASKS,
    profile: Profile = ANYBODY,
) -> dict[str, Decimal]:
    """Answer the arithmetic mean of the points of each node, rounded half up at criterion level.

    Each node counts the sheets that mark it. Criteria without a scale have no points, so no mean.
    """
    given: dict[str, list[Fraction]] = defaultdict(list)
    for sheet in sheets:
        for node, points in entered_points(sheet, criteria, tasks, profile).items():
            given[node].append(points)
    step = criteria.rounding.step
    return {
        node: decimal(half_up(sum(points, Fraction(0)) / len(points), step))
        for node, points in given.items()
    }


def entered_points(
    sheet: Sheet,
    criteria: CriteriaSet,
    tasks: Mapping[str, list[OwnTask]] = NO_TASKS,
    profile: Profile = ANYBODY,
) -> dict[str, Fraction]:
    """Answer the points that each mark of a sheet is worth by what was entered alone.

    `tasks` are the subject's own by criterion; the profile says what their ratios count for it.
    """
    if criteria.scale is None:
        return {}
    marks = {mark.node: mark for mark in sheet.marks}
    points, own = {}, Facts(tasks=dict(tasks))
    for node in leaves(criteria):
        given = answer_of(node, marks, own, profile)
        if given.source != "missing":
            breached = not given.met or bool(failures(node, marks, Facts()))
            points[node.id] = after_breach(node, given, breached=breached)[0]
    return points
