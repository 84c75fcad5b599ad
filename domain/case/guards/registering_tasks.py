"""A subject's own tasks: of a criterion that asks for them, so many, and weighing together what it is worth."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from domain.ids import is_usable
from domain.refusal import Refusal, refusal
from domain.scoring.applies import due_leaves
from domain.scoring.unknown_node import node_unknown
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events import details as d
    from domain.programme.criteria import Node


def task_refusals(situation: Situation, payload: d.OwnTaskList) -> list[Refusal]:
    """List what is wrong with a list of tasks."""
    asked = {node.id: node for node in criteria_of_tasks(situation)}
    node = asked.get(payload.node)
    if node is None:
        return [node_unknown(payload.node, asked, about="node")]
    return [*_each(payload), *_count(node, payload), *_sum(node, payload)]


def criteria_of_tasks(situation: Situation) -> list[Node]:
    """The criteria of the subject that are of its own tasks."""
    due = due_leaves(situation.criteria.groups, situation.profile)
    return [node for node in due if node.kind == "own_tasks"]


def _each(payload: d.OwnTaskList) -> list[Refusal]:
    times = Counter(each.task for each in payload.tasks)
    return [
        *(refusal("task_twice", task=task) for task, count in times.items() if count > 1),
        *(refusal("task_unusable", task=task) for task in times if not _is_id(task)),
        *(
            refusal("task_weight", task=each.task, weight=each.weight)
            for each in payload.tasks
            if not each.weight > 0
        ),
    ]


def _is_id(task: str) -> bool:
    """Marks name a task behind its criterion: `T/1`."""
    return is_usable(task) and "/" not in task


def _count(node: Node, payload: d.OwnTaskList) -> list[Refusal]:
    rules, count = node.tasks, len(payload.tasks)
    if rules is None:
        return []
    if count < rules.least:
        return [refusal("tasks_few", count=count, least=rules.least)]
    if rules.most and count > rules.most:
        return [refusal("tasks_many", count=count, most=rules.most)]
    return []


def _sum(node: Node, payload: d.OwnTaskList) -> list[Refusal]:
    total = sum((each.weight for each in payload.tasks), Decimal(0))
    if total == node.max:
        return []
    criterion = kinds.of("criterion", node.id, node)
    return [refusal("tasks_sum", criterion=criterion, total=total, asked=node.max)]
