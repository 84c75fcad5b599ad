"""The sheets of a case side by side: a row for each criterion, a column for each sheet, what differs marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.defaults import defaults
from domain.events.case import IndividualSheetSubmitted
from web.acts.marks_told import measured_told
from web.acts.told import basis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from application.questions.case_sheets import CriterionShown, Marks
    from application.questions.given_marks import MarkShown, SheetShown
    from web.spoken import Spoken


class SheetHead(NamedTuple):
    """A sheet: what it is, who gave it, when, what it came to."""

    words: str
    who: str
    on: str
    total: str
    passes: str


class Cell(NamedTuple):
    """A mark: its words, the remark with it, and whether it is another than that of the sheet before."""

    words: str
    remark: str
    departs: bool


class CriterionLine(NamedTuple):
    """A criterion; `heading` says that it is a group of others."""

    code: str
    words: str
    heading: bool
    maximum: str
    assumed: tuple[str, ...]
    clauses: tuple[str, ...]
    applies: bool
    cells: tuple[Cell, ...]
    measured: tuple[str, ...]
    met: str
    why: tuple[str, ...]


class MarksShown(NamedTuple):
    sheets: tuple[SheetHead, ...]
    lines: tuple[CriterionLine, ...]


def marks_shown(marks: Marks, spoken: Spoken) -> MarksShown:
    own = [
        sheet.position for sheet in marks.sheets if sheet.event == IndividualSheetSubmitted.TOPIC
    ]
    order = {sheet.position: sheet.position in own and len(own) > 1 for sheet in marks.sheets}
    return MarksShown(
        sheets=tuple(_head(sheet, spoken) for sheet in marks.sheets),
        lines=tuple(_line(row, order, spoken) for row in marks.criteria),
    )


def _head(sheet: SheetShown, spoken: Spoken) -> SheetHead:
    return SheetHead(
        words=spoken.value(sheet.event, "event"),
        who=f"{spoken.value(sheet.signed_by, 'person')}, {spoken.value(sheet.organ, 'organ')}",
        on=spoken.value(sheet.effective_on, "date"),
        total=spoken.value(sheet.total, "number"),
        passes=spoken.value(sheet.passes, "yes_no"),
    )


def _line(row: CriterionShown, order: Mapping[int, bool], spoken: Spoken) -> CriterionLine:
    by_sheet = {mark.position: mark for mark in row.marks}
    named = [each for each in row.rests_on if each in defaults()]
    clauses = [each for each in row.rests_on if each not in named]
    return CriterionLine(
        code=row.criterion,
        words=row.words,
        heading=row.kind == "group",
        maximum=spoken.value(row.maximum, "number"),
        assumed=basis(named, spoken),
        clauses=basis(clauses, spoken),
        applies=row.applies,
        cells=tuple(_cells(order, by_sheet, spoken.language)),
        measured=tuple(measured_told(each, spoken) for each in row.measured),
        met="" if row.met is None else spoken.words(f"shown.met.{'yes' if row.met else 'no'}"),
        why=tuple(row.why),
    )


def _cells(order: Mapping[int, bool], by_sheet: dict[int, MarkShown], language: str) -> list[Cell]:
    """In order; several sheets of single assessors are not told apart, whatever follows is, from the one before it."""
    cells: list[Cell] = []
    before: object = None
    for position, is_one_of_many in order.items():
        mark = by_sheet.get(position)
        came_to = None if is_one_of_many or mark is None else mark.came_to
        departs = before is not None and came_to is not None and came_to != before
        cells.append(
            Cell(mark.told(language) if mark else "", mark.remark if mark else "", departs)
        )
        before = came_to if came_to is not None else before
    return cells
