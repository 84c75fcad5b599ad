"""The sheets of a case beside each other: one row per criterion, with what the log measures for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

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
from application.questions.record_places import Assumed
from domain.case.newest_sheet import newest_sheet
from domain.scoring.applies import due_leaves
from domain.scoring.score import score
from domain.scoring.tree import nodes, worth
from domain.scoring.value import decimal
from words.language import chosen
from words.sentences import Names, nameless, sentence

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.programme.criteria import Node
    from domain.scoring.scored import Row


class CriterionShown(msgspec.Struct, frozen=True, kw_only=True):
    """A criterion with the mark of each sheet, in the order of the sheets.

    `maximum` are points, None without a scale; `applies` is false for one that the subject is not
    asked. `differs` says that two sheets came to different marks. `met` and `why` are what the sheet that counts
    comes to on the facts of today; `met` is None where nothing counts. `rests_on` are the clauses of the criterion
    and the defaults that are assumed in it.
    """

    criterion: str
    words: str
    kind: str
    maximum: Decimal | None
    applies: bool
    marks: list[MarkShown]
    differs: bool
    measured: list[MeasuredShown]
    met: bool | None
    why: list[str]
    rests_on: list[str]


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """The newest sheet of everyone who gave one, in the order in which they came, and all criteria."""

    sheets: list[SheetShown]
    criteria: list[CriterionShown]


def marks(situation: Situation, texts: Texts, language: str, names: Names = nameless) -> Marks:
    """Every criterion of the pinned version in its order, measured as the log knows it on the situation's day."""
    acts = newest_sheet_acts(situation.case) if situation.case else []
    due = {node.id for node in due_leaves(situation.criteria.groups, situation.profile)}
    scored, assumed = _scored(situation), Assumed(situation.edition)
    rows = [
        _criterion(
            situation,
            node,
            [mark_shown(act, node, language, texts) for act in acts],
            _Explained(
                measured=list(measured_for(situation, node, language, names)),
                row=scored.get(node.id),
                rests_on=_basis(node, assumed),
            ),
            language,
            applies=node.kind == "group" or node.id in due,
        )
        for node in nodes(situation.criteria)
    ]
    return Marks(sheets=[sheet_shown(act) for act in acts], criteria=rows)


class _Explained(NamedTuple):
    """What is known of a criterion beside its marks."""

    measured: list[MeasuredShown]
    row: Row | None
    rests_on: list[str]


def _scored(situation: Situation) -> dict[str, Row]:
    """By criterion: what the sheet that counts comes to on the facts of today, and why."""
    found = newest_sheet(situation)
    if found is None:
        return {}
    criteria, profile = situation.criteria, situation.profile
    return {row.node: row for row in score(criteria, profile, found.sheet, situation.facts).rows}


def _basis(node: Node, assumed: Assumed) -> list[str]:
    """Clauses, then defaults; of a group those of its own values stand with its parts."""
    clauses = [node.clause] if isinstance(node.clause, str) else node.clause
    return [*filter(None, clauses), *([] if node.kind == "group" else assumed.of(node))]


def _criterion(
    situation: Situation,
    node: Node,
    given: list[MarkShown],
    explained: _Explained,
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
        measured=explained.measured,
        met=explained.row.met if explained.row else None,
        why=[sentence(each, chosen(language)) for each in explained.row.why]
        if explained.row
        else [],
        rests_on=explained.rests_on,
    )
