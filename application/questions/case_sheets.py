"""The sheets of a case beside each other: one row per criterion, with what the log measures for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from application.questions.criterion_values import MeasuredShown, measured_for
from application.questions.given_marks import (
    MarkShown,
    SheetShown,
    Texts,
    mark_shown,
    newest_sheet_acts,
    sheet_shown,
)
from domain.scoring.tree import nodes, worth
from domain.scoring.validate import due_leaves
from domain.scoring.value import decimal
from words.sentences import Names, nameless

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.programme.criteria import Node


class CriterionShown(msgspec.Struct, frozen=True, kw_only=True):
    """A criterion with the mark of each sheet, in the order of the sheets.

    `maximum` are points, None without a scale; `applies` is false for one that the subject is not
    asked. `differs` says that two sheets came to different marks.
    """

    criterion: str
    words: str
    kind: str
    maximum: Decimal | None
    applies: bool
    marks: list[MarkShown]
    differs: bool
    measured: list[MeasuredShown]


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """The newest sheet of everyone who gave one, in the order in which they came, and all criteria."""

    sheets: list[SheetShown]
    criteria: list[CriterionShown]


def marks(situation: Situation, texts: Texts, language: str, names: Names = nameless) -> Marks:
    """Every criterion of the pinned version in its order, measured as the log knows it on the situation's day."""
    acts = newest_sheet_acts(situation.case) if situation.case else []
    due = {node.id for node in due_leaves(situation.criteria.groups, situation.profile)}
    rows = [
        _criterion(
            situation,
            node,
            [mark_shown(act, node, language, texts) for act in acts],
            list(measured_for(situation, node, language, names)),
            language,
            applies=node.kind == "group" or node.id in due,
        )
        for node in nodes(situation.criteria)
    ]
    return Marks(sheets=[sheet_shown(act) for act in acts], criteria=rows)


def _criterion(
    situation: Situation,
    node: Node,
    given: list[MarkShown],
    measured: list[MeasuredShown],
    language: str,
    *,
    applies: bool,
) -> CriterionShown:
    return CriterionShown(
        criterion=node.id,
        words=node.text(language),
        kind=node.kind,
        maximum=decimal(worth(node)) if situation.criteria.scale else None,
        applies=applies,
        marks=given,
        differs=len({mark.came_to for mark in given if mark.came_to is not None}) > 1,
        measured=measured,
    )
