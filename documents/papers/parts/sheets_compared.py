"""Sheets beside each other as a table: the groups, their criteria, the totals, what each sheet gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from documents.papers.parts.content import Column
from domain.scoring.tree import nodes_of, worth
from domain.scoring.value import decimal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from application.questions.case_sheets import CriterionShown
    from application.questions.given_marks import MarkShown, SheetShown
    from documents.papers.parts.paper import Material
    from domain.programme.criteria import CriteriaSet, Group

SYMBOL, MOST, EACH, NARROWEST = 8, 11, 14, 30
"""Parts of the width, of 100."""


class ComparedRow(NamedTuple):
    """A row; groups and totals are `strong`."""

    cells: Sequence[str]
    strong: bool = False


class Compared:
    """Some of a case's sheets, in the order in which they came; the most there is where there are points."""

    def __init__(self, m: Material, sheets: Sequence[SheetShown]) -> None:
        self._m, self._sheets = m, sheets
        programme = m.case.edition.programme
        self._criteria: CriteriaSet = programme.criteria[
            programme.subjects[m.case.subject_kind].criteria
        ]
        self._outcomes = {act.position: _outcome(act.details) for act in m.case.acts}

    def columns(self) -> list[Column]:
        """Item, criterion, the most there is, then a column for each sheet."""
        m, most = self._m, [MOST] if self._criteria.scale else []
        left = 100 - SYMBOL - sum(most) - EACH * len(self._sheets)
        return [
            Column(m.say("column.symbol"), SYMBOL),
            Column(m.say("column.criterion"), max(left, NARROWEST)),
            *(Column(m.say("column.most"), width, "right") for width in most),
            *(Column(m.say(f"column.sheet.{each.event}"), EACH, "right") for each in self._sheets),
        ]

    def rows(self) -> list[ComparedRow]:
        """Each group and below it the criteria that the subject is asked for; the totals last."""
        asked = {row.criterion: row for row in self._m.case.marks.criteria if row.applies}
        of_groups = [row for each in self._criteria.groups for row in self._group(each, asked)]
        return [*of_groups, *self._pools(), self._total()]

    def _group(self, group: Group, asked: dict[str, CriterionShown]) -> Iterator[ComparedRow]:
        own = [asked[node.id] for node in nodes_of(group) if node.id in asked]
        if not own:
            return
        points = [self._points(each, group.id) for each in self._sheets]
        most = self._m.word(decimal(worth(group)), "number")
        name = group.text(self._m.case.language)
        yield ComparedRow([group.id, name, *self._most(most), *points], strong=True)
        for row in own:
            yield self._criterion(row)

    def _criterion(self, row: CriterionShown) -> ComparedRow:
        marks = {mark.position: mark for mark in row.marks}
        most = self._most(self._m.word(row.maximum, "number"))
        given = [self._mark(marks[each.position]) for each in self._sheets]
        return ComparedRow([row.criterion, row.words, *most, *given])

    def _mark(self, mark: MarkShown) -> str:
        """The points; where there are none the value, or whether it is met."""
        m = self._m
        return m.word(mark.points, "number") or mark.text or m.word(mark.met, "yes_no")

    def _points(self, sheet: SheetShown, group: str) -> str:
        outcome = self._outcomes.get(sheet.position)
        return self._m.word(outcome.points.get(group), "number") if outcome else ""

    def _pools(self) -> Iterator[ComparedRow]:
        """Where a sheet has bonus points or deductions: how its total came about."""
        outcomes = [self._outcomes.get(each.position) for each in self._sheets]
        if not any(each and (each.bonus or each.deducted) for each in outcomes):
            return
        for name in ("base", "deducted", "bonus"):
            each = [self._m.word(getattr(o, name, None), "number") for o in outcomes]
            yield ComparedRow(["", self._m.say(f"appraisal.{name}"), *self._most(""), *each])

    def _total(self) -> ComparedRow:
        m = self._m
        totals = [m.word(each.total, "number") or self._passes(each) for each in self._sheets]
        return ComparedRow(["", m.say("appraisal.total"), *self._most(""), *totals], strong=True)

    def _passes(self, sheet: SheetShown) -> str:
        if sheet.passes is None:
            return ""
        return self._m.word("PASS" if sheet.passes else "FAIL", "level")

    def _most(self, text: str) -> list[str]:
        return [text] if self._criteria.scale else []


def _outcome(details: Any) -> Any:
    return getattr(details, "outcome", None)
