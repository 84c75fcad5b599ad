"""A criterion of the subject's own tasks: each is worth its weight times its ratio, or a weighted mean of several."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.scoring.applies import is_due
from domain.scoring.leaf import MISSING, Answer, answer
from domain.scoring.passing import holds
from domain.scoring.rounding import half_up
from domain.scoring.scored import reason
from domain.scoring.value import Ratio, Value, read, shown
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.events.base import Mark
    from domain.events.details import OwnTask
    from domain.programme.criteria import Node
    from domain.programme.own_tasks import OwnTasks
    from domain.scoring.facts import Facts
    from domain.scoring.profile import Profile


def answer_of(node: Node, marks: Mapping[str, Mark], facts: Facts, profile: Profile) -> Answer:
    """Score a leaf of any kind: by the marks of its own tasks where it is of these, else by its own mark."""
    own = marks.get(node.id)
    if node.kind != "own_tasks" or node.tasks is None or (own and own.points is not None):
        return answer(node, own, facts)
    tasks, shares = facts.tasks.get(node.id, []), shares_for(node.tasks, profile)
    if not any(ratio_of(marks.get(name)) is not None for name in names_of_all(node, tasks)):
        return MISSING
    exact = (Fraction(task.weight) * _ratio(node, task, marks, shares) for task in tasks)
    return _answer(node, half_up(sum(exact, Fraction(0)), node.step), len(tasks))


def _answer(node: Node, points: Fraction, tasks: int) -> Answer:
    met = holds(node.passes, points) if node.passes else points > 0
    why = reason("scored_tasks", tasks=tasks, points=kinds.text(shown(points)))
    return Answer("entered", shown(points), points, met, why)


def names_of(node: Node, task: OwnTask) -> dict[str, str]:
    """What marks of a task are called, by ratio: `T/1/A`, or `T/1` where there is one ratio, without an id."""
    ratios = node.tasks.ratios if node.tasks else []
    own = f"{node.id}/{task.task}"
    return {each.id: f"{own}/{each.id}" for each in ratios} or {"": own}


def names_of_all(node: Node, tasks: list[OwnTask]) -> list[str]:
    """The marks of every task of a criterion, in order."""
    return [name for task in tasks for name in names_of(node, task).values()]


def ratio_of(mark: Mark | None) -> Fraction | None:
    """What was entered for a task, a part of one; None where nothing readable was."""
    value: Value | None = read(mark.value, percent=True) if mark else None
    if isinstance(value, Ratio):
        return Fraction(value.count, value.of) if value.of else None
    return value if isinstance(value, Fraction) else None


def shares_for(tasks: OwnTasks, profile: Profile) -> dict[str, Fraction]:
    """What each ratio counts for the subject, parts of one by its id; all alike where no weighting applies."""
    fitting = (each.shares for each in tasks.weightings if is_due(each.applies, profile))
    shares = next(fitting, None)
    if shares is not None:
        return {name: Fraction(share) for name, share in shares.items()}
    names = [each.id for each in tasks.ratios] or [""]
    return dict.fromkeys(names, Fraction(1, len(names)))


def _ratio(
    node: Node, task: OwnTask, marks: Mapping[str, Mark], shares: Mapping[str, Fraction]
) -> Fraction:
    """How much of its weight a task is worth; a ratio that nobody marked is nothing."""
    names = names_of(node, task).items()
    none = Fraction(0)
    parts = (shares.get(ratio, none) * (ratio_of(marks.get(name)) or none) for ratio, name in names)
    return sum(parts, none)
