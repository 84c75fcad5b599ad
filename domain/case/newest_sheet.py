"""The sheet that counts in a case, with what is newer laid over it; scored as it was, and as it would be today."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from domain.events import case as c

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.case.situation import Situation
    from domain.case.state import Act
    from domain.events.base import Outcome, Sheet

_OF_OTHERS = (c.HopAppraised, c.Appraised, c.DecisionIssued, c.DecisionSuperseded)


class Newest(NamedTuple):
    """The sheet that counts, and what it comes to on the facts of today.

    `act` is the last act that gave a sheet, None where the command itself gives one. `before` is what its sheet came
    to when it was handed in; None where it did not stand by itself.
    """

    sheet: Sheet
    today: Outcome
    act: Act | None
    before: Outcome | None


def newest_sheet(situation: Situation) -> Newest | None:
    """Answer the sheet that counts for what is asked of a case, or None where nobody has given one."""
    acts = _acts_with_sheets(situation)
    typed: Sheet | None = getattr(situation.command.payload, "sheet", None)
    sheets = [*(act.event.details.sheet for act in acts), *([typed] if typed else [])]
    if not sheets:
        return None
    sheet = laid_over(sheets)
    last = None if typed else acts[-1]
    before = last.event.details.outcome if last and sheet is last.event.details.sheet else None
    return Newest(sheet, situation.outcome(sheet), last, before)


def laid_over(sheets: Iterable[Sheet]) -> Sheet:
    """Sheets in order as one: a newer one that marks as much stands alone, another speaks of some marks only."""
    first, *others = sheets
    for newer in others:
        first = newer if _nodes(newer) >= _nodes(first) else _with(first, newer)
    return first


def _with(older: Sheet, newer: Sheet) -> Sheet:
    said = _nodes(newer)
    kept = [mark for mark in older.marks if mark.node not in said]
    return replace(
        older,
        marks=[*kept, *newer.marks],
        bonus=newer.bonus or older.bonus,
        deductions=newer.deductions or older.deductions,
    )


def _nodes(sheet: Sheet) -> frozenset[str]:
    return frozenset(mark.node for mark in sheet.marks)


def _acts_with_sheets(situation: Situation) -> list[Act]:
    """The acts that gave a sheet, oldest first: the aggregate, else a member's own; those of the bodies above."""
    case = situation.case
    if case is None:
        return []
    adopted = case.last(c.AggregateAdopted)
    own = adopted or case.last(c.IndividualSheetSubmitted)
    above = [act for event in _OF_OTHERS for act in case.all(event) if act.event.details.sheet]
    acts = [*([own] if own else []), *above]
    return sorted(acts, key=lambda act: act.position)
