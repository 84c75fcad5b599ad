"""The sheets that a case has, each with the act that gave it, and the mark of each for a criterion."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from application.questions.criterion_values import entered_text
from domain.events.base import Mark, Outcome
from domain.events.case import IndividualSheetSubmitted
from words.language import chosen, say
from words.sentences import shown

if TYPE_CHECKING:
    from domain.case.state import Act, Case
    from domain.programme.criteria import Node

Texts = Mapping[str, str | None]
"""Remarks by the commitment that stands for them; None where they were erased."""


class SheetShown(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet: the act that gave it, and what it came to then."""

    position: int
    event: str
    signed_by: str
    organ: str
    effective_on: str
    total: Decimal | None
    passes: bool | None


class MarkShown(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet's mark for a criterion: `value` as entered, `text` in words, what it came to, the remark with it."""

    position: int
    value: str
    text: str
    points: Decimal | None
    met: bool | None
    remark: str
    evidence: list[str]

    @property
    def came_to(self) -> object:
        """What tells two marks apart: their points, or the value where there are none; None for no mark."""
        return self.points if self.points is not None else (self.value or self.met)

    def told(self, language: str) -> str:
        """The points and the value they were given for; whether it is met where there are none."""
        points = "" if self.points is None else shown(self.points, "number", chosen(language))
        if points and self.text:
            return f"{points} ({self.text})"
        met = "" if self.met is None else shown(self.met, "yes_no", chosen(language))
        return points or self.text or met


def newest_sheet_acts(case: Case) -> list[Act]:
    """The acts with a sheet, oldest first: of each assessor, and of each organ that gave one, the newest."""
    newest: dict[tuple[str, str], Act] = {}
    for act in case.acts:
        if getattr(act.event.details, "sheet", None) is not None:
            own = act.topic == IndividualSheetSubmitted.TOPIC
            key = (act.topic, act.signed_by if own else act.organ)
            newest.pop(key, None)
            newest[key] = act
    return list(newest.values())


def sheet_shown(act: Act) -> SheetShown:
    """A sheet's own line."""
    outcome: Outcome | None = act.event.details.outcome
    return SheetShown(
        position=act.position,
        event=act.topic,
        signed_by=act.signed_by,
        organ=act.organ,
        effective_on=act.effective_on,
        total=outcome.total if outcome else None,
        passes=outcome.passes if outcome else None,
    )


def _of_tasks(act: Act, node: Node, language: str) -> str:
    """The marks of the subject's own tasks, task by task; nothing of a criterion of another kind."""
    if node.tasks is None:
        return ""
    called = {each.id: each.text(language) for each in node.tasks.ratios}
    marks: dict[str, list[str]] = {}
    for mark in act.event.details.sheet.marks:
        criterion, _, of_task = mark.node.partition("/")
        task, _, ratio = of_task.partition("/")
        if criterion == node.id and task:
            marks.setdefault(task, []).append(f"{called.get(ratio, '')} {mark.value}".strip())
    return "; ".join(f"{task}: {', '.join(each)}" for task, each in marks.items())


def mark_shown(act: Act, node: Node, language: str, texts: Texts) -> MarkShown:
    """What a sheet says of a criterion; nothing of one that it leaves out."""
    details = act.event.details
    outcome: Outcome = details.outcome or Outcome(passes=False)
    marks = (mark for mark in details.sheet.marks if mark.node == node.id)
    mark = next(marks, Mark(node=node.id))
    remark = mark.remark or getattr(details, "departures", {}).get(node.id, "")
    kept = texts.get(remark, remark)
    return MarkShown(
        position=act.position,
        value=mark.value,
        text=entered_text(node, mark.value, language) or _of_tasks(act, node, language),
        points=outcome.points.get(node.id, mark.points),
        met=outcome.met.get(node.id),
        remark=say("value.erased", chosen(language)) if kept is None else kept,
        evidence=mark.evidence,
    )
