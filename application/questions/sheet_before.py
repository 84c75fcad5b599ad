"""The sheet with which a new one is filled in: one's own, the mean of the own ones, or the one that counts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.case.completion import mean_of_sheets, newest_sheets
from domain.case.newest_sheet import newest_sheet
from domain.events.base import Mark, Sheet
from domain.events.case import IndividualSheetSubmitted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.case.situation import Situation


def sheet_before(situation: Situation, person: str) -> Sheet | None:
    """The newest sheet before the one that a command asks for, without its remarks: they are another's words.

    A scorer goes on from their own, a collective from its members', whoever appraises from the one that counts.
    """
    if situation.verb == "submit-sheet":
        return _bare(_own(situation, person))
    own = newest_sheets(situation)
    if situation.verb == "adopt-aggregate" and own:
        return _mean(situation, own)
    found = newest_sheet(situation)
    return _bare(found.sheet if found else None)


def _own(situation: Situation, person: str) -> Sheet | None:
    acts = situation.case.all(IndividualSheetSubmitted) if situation.case else []
    own = [act.event.details.sheet for act in acts if act.signed_by == person]
    return own[-1] if own else None


def _bare(sheet: Sheet | None) -> Sheet | None:
    if sheet is None:
        return None
    return Sheet(
        marks=[replace(each, remark="") for each in sheet.marks],
        bonus=[replace(each, remark="") for each in sheet.bonus],
        deductions=[replace(each, remark="") for each in sheet.deductions],
    )


def _mean(situation: Situation, sheets: list[Sheet]) -> Sheet:
    """What all say of a criterion; where they say different things the mean of their points (D-05)."""
    means = mean_of_sheets(situation)
    names = dict.fromkeys(mark.node for sheet in sheets for mark in sheet.marks)
    marks = [_together(name, _marks_of(name, sheets), means.get(name)) for name in names]
    alike = [_bare(each) for each in sheets]
    pools = {(_pools(each)) for each in alike if each}
    same = alike[-1] if len(pools) == 1 else None
    return Sheet(
        marks=marks,
        bonus=same.bonus if same else [],
        deductions=same.deductions if same else [],
    )


def _pools(sheet: Sheet) -> tuple[object, ...]:
    """What tells two sheets' bonus points and deductions apart."""
    bonus = [(each.reason, each.points) for each in sheet.bonus]
    return (*bonus, *((each.reason, each.node, each.times) for each in sheet.deductions))


def _marks_of(name: str, sheets: list[Sheet]) -> list[Mark]:
    return [mark for sheet in sheets for mark in sheet.marks if mark.node == name]


def _together(name: str, marks: Iterable[Mark], mean: Decimal | None) -> Mark:
    given = list(marks)
    evidence = list(dict.fromkeys(each for mark in given for each in mark.evidence))
    said = {(mark.value, mark.points) for mark in given}
    if len(said) == 1:
        return replace(given[0], remark="", evidence=evidence)
    return Mark(node=name, points=mean, evidence=evidence)
