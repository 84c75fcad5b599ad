"""What is wrong with a sheet, every reason at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from domain.scoring.applies import due_leaves
from domain.scoring.breach import check_entered, check_name, due_checks, is_unknown
from domain.scoring.facts import Facts
from domain.scoring.how_to_write import how_to_write_check
from domain.scoring.leaf import answer
from domain.scoring.mark_refusals import mark_refusals
from domain.scoring.pool_refusals import pool_refusals
from domain.scoring.shared import shared_refusals
from domain.scoring.task_refusals import task_mark_refusals, task_marks, unmarked_tasks
from domain.scoring.tree import leaves, worth
from domain.scoring.unknown_node import node_unknown
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.events.base import Mark, Sheet
    from domain.programme.criteria import Check, CriteriaSet, Node
    from domain.scoring.profile import Profile


def validate(
    criteria: CriteriaSet,
    profile: Profile,
    sheet: Sheet,
    facts: Facts,
    *,
    complete: bool = False,
    individual: bool = False,
    evidence: Collection[str] | None = None,
) -> list[Refusal]:
    """List what is wrong with a sheet. `evidence` are the ids that marks may name; without any said, they may name any.

    A `complete` sheet leaves no node open; a collective's says too how far was reached what a check
    asks, which one assessor need not know. On an `individual` sheet points keep to the node's own
    step; a collective's sheet may carry means, which keep to the rounding of the criteria (D-05).
    """
    due = {node.id: node for node in due_leaves(criteria.groups, profile)}
    tasks = {name for node in due.values() for name in task_marks(node, facts)}
    reasons = [*_twice(sheet), *pool_refusals(criteria, sheet)]
    steps = [] if individual else [criteria.rounding.step]
    for mark in sheet.marks:
        reasons.extend(_of_no_evidence(mark, evidence))
        if mark.node in due:
            reasons.extend(mark_refusals(due[mark.node], mark, steps))
        elif mark.node in tasks:
            reasons.extend(task_mark_refusals(mark))
        else:
            reasons.extend(_of_no_due_node(criteria, mark))
    reasons.extend(shared_refusals(criteria, profile, sheet, facts))
    marks = {mark.node: mark for mark in sheet.marks}
    for node in due.values():
        reasons.extend(_unproven(node, marks.get(node.id), facts))
        reasons.extend(_unrecorded(node, marks.get(node.id), facts))
        if complete and node.kind == "own_tasks":
            reasons.extend(unmarked_tasks(node, marks, facts))
        elif complete:
            reasons.extend(_missing(node, marks.get(node.id), facts))
        if complete and not individual:
            reasons.extend(
                _check_missing(node, check)
                for check in due_checks(node, profile)
                if is_unknown(node, check, marks, facts)
            )
    return reasons


def _twice(sheet: Sheet) -> list[Refusal]:
    counted = Counter(mark.node for mark in sheet.marks)
    return [
        refusal("node_twice", node=kinds.of("criterion", node))
        for node, times in counted.items()
        if times > 1
    ]


def _of_no_due_node(criteria: CriteriaSet, mark: Mark) -> list[Refusal]:
    """Refuse a mark for an unknown node or one that does not apply, and an unreadable one of a check."""
    known = {node.id: node for node in leaves(criteria)}
    checks = {check_name(n, check): check for n in known.values() for check in n.checks}
    if mark.node in checks:
        if check_entered(checks[mark.node], mark.value) is not None:
            return []
        return [
            refusal(
                "value_unreadable",
                node=kinds.of("criterion", mark.node),
                value=mark.value,
                how=how_to_write_check(checks[mark.node]),
            )
        ]
    if mark.node not in known:
        return [node_unknown(mark.node, known)]
    return [
        refusal(
            "node_not_due",
            node=kinds.of("criterion", mark.node),
        )
    ]


def _of_no_evidence(mark: Mark, evidence: Collection[str] | None) -> list[Refusal]:
    """Refuse evidence that the case has not, or no more: nothing is proven by it (D-51)."""
    if evidence is None:
        return []
    node, known = kinds.of("criterion", mark.node), sorted(evidence)
    return [
        refusal("mark_evidence_unknown", node=node, evidence=each, known=known)
        for each in mark.evidence
        if each not in evidence
    ]


def _check_missing(node: Node, check: Check) -> Refusal:
    """A figure that nobody reported and nobody marked, with both ways to give it, as they are typed."""
    return refusal(
        "check_missing",
        check=kinds.typed(kinds.of("criterion", check_name(node, check), check)),
        measure=kinds.typed(kinds.of("measure", check.measure)),
        verb=kinds.typed(kinds.verb("report-figure")),
    )


def _unproven(node: Node, mark: Mark | None, facts: Facts) -> list[Refusal]:
    """Refuse the maximum without evidence where the node asks for it (D-51).

    A node without points is at its maximum when it is met; a measured value is evidence itself.
    """
    given = answer(node, mark, facts)
    if not node.evidence or mark is None or mark.evidence or given.source != "entered":
        return []
    highest = given.points >= worth(node) if worth(node) else given.met
    return [refusal("evidence_missing", node=kinds.of("criterion", node.id))] if highest else []


def _unrecorded(node: Node, mark: Mark | None, facts: Facts) -> list[Refusal]:
    """Refuse a mark that reports a breach where the measured value, which counts, shows none."""
    recorded, told = answer(node, mark, facts), answer(node, mark, Facts())
    if recorded.source != "measured" or not recorded.met or told.met or told.source == "missing":
        return []
    values = {"value": told.value, "measured": recorded.value}
    return [
        refusal(
            "fact_not_recorded",
            node=kinds.of("criterion", node.id),
            **values,
        )
    ]


def _missing(node: Node, mark: Mark | None, facts: Facts) -> list[Refusal]:
    marked = mark is not None and (mark.value.strip() or mark.points is not None)
    if marked or answer(node, mark, facts).source != "missing":
        return []
    return [refusal("node_missing", node=kinds.of("criterion", node.id))]
