"""What is wrong with the marks of a subject's own tasks: of none that is registered, unreadable, left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from domain.scoring.own_tasks import names_of_all, ratio_of
from words import kinds
from words.kinds import because

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.events.base import Mark
    from domain.programme.criteria import Node
    from domain.scoring.facts import Facts


def task_marks(node: Node, facts: Facts) -> list[str]:
    """What the marks of the tasks of a criterion are called; none of a criterion of another kind."""
    return names_of_all(node, facts.tasks.get(node.id, [])) if node.kind == "own_tasks" else []


def task_mark_refusals(mark: Mark) -> list[Refusal]:
    """A mark of a task is a part of the whole, between nothing and all of it."""
    if not mark.value.strip():
        return []
    ratio, said = ratio_of(mark), kinds.of("criterion", mark.node)
    if ratio is None:
        how = because("written.share")
        return [refusal("value_unreadable", node=said, value=mark.value, how=how)]
    if not 0 <= ratio <= 1:
        return [refusal("task_ratio_beyond", node=said, value=mark.value)]
    return []


def unmarked_tasks(node: Node, marks: Mapping[str, Mark], facts: Facts) -> list[Refusal]:
    """Refuse a whole sheet without every mark of every task; points for the criterion stand for them."""
    own, names = marks.get(node.id), task_marks(node, facts)
    if own is not None and own.points is not None:
        return []
    if not names:
        return [refusal("no_tasks_registered", node=kinds.of("criterion", node.id, node))]
    left = [name for name in names if ratio_of(marks.get(name)) is None]
    return [refusal("node_missing", node=kinds.of("criterion", name)) for name in left]
