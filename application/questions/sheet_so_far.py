"""A sheet while it is filled in: its points so far, how many criteria have a mark, what is impossible in it and why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from application.commands.payload import payload_from
from domain.case.decide import question, situate
from domain.catalogue import VERBS
from domain.events.base import Sheet
from domain.events.details import Scoring
from domain.refusal import Refusal, RefusedError, refusal
from domain.scoring.applies import due_leaves
from domain.scoring.score import score
from words import kinds

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.case.situation import Situation

_ROWS = {"marks": "node", "bonus": "reason", "deductions": "reason"}
"""The rows of a sheet, and what each is called by."""


class SheetSoFar(NamedTuple):
    """`total` and `of` are points, None without a scale; `marked` of `due` criteria have a mark or a measured value.

    `met` is how many of them are met. `passes` is what it would come to as it is. `wrong` are the reasons against
    marks that can never stand, each about its place in the data.
    """

    total: Decimal | None
    of: Decimal | None
    marked: int
    due: int
    met: int
    passes: bool
    wrong: list[Refusal]


def situation_for(world: LedgerWorld, stream: str, verb: str) -> Situation:
    """What a command on a case looks at today, with nothing typed; refuses an unknown case."""
    case = world.case(stream)
    if case is None:
        raise RefusedError([refusal("no_such_case", case=kinds.case(stream.removeprefix("case:")))])
    return situate(case, question(case, world.today, world), world).asking(verb)


def sheet_so_far(situation: Situation, typed: dict[str, Any]) -> SheetSoFar:
    """What a sheet as it was typed comes to; a mark that cannot be read is told and not counted."""
    sheet, unreadable = _read(situation.verb, typed)
    criteria, profile = situation.criteria, situation.profile
    scored = score(criteria, profile, sheet, situation.facts)
    due = {node.id for node in due_leaves(criteria.groups, profile)}
    rows = [row for row in scored.rows if row.node in due]
    return SheetSoFar(
        total=scored.outcome.total,
        of=criteria.scale.total if criteria.scale else None,
        marked=sum(row.source != "missing" for row in rows),
        due=len(rows),
        met=sum(row.met is True and row.source != "missing" for row in rows),
        passes=scored.outcome.passes,
        wrong=[*unreadable, *situation.sheet_refusals(sheet, complete=False)],
    )


def _read(verb: str, typed: dict[str, Any]) -> tuple[Sheet, list[Refusal]]:
    """The sheet without the rows that cannot be read, and why they cannot."""
    sheet, told = Sheet(marks=[]), list[Refusal]()
    for name, called in _ROWS.items():
        for row in typed.get(name, []):
            read, wrong = _row(verb, name, row, f"sheet.{name}.{row.get(called, '')}")
            told.extend(wrong)
            sheet = replace(sheet, **{name: [*getattr(sheet, name), *read]})
    return sheet, told


def _row(verb: str, name: str, row: dict[str, Any], place: str) -> tuple[list[Any], list[Refusal]]:
    """One row of a sheet as a record, or why it is none, told where the row stands."""
    asked = VERBS[verb]._replace(payload=Scoring)
    try:
        read: Scoring = payload_from({"sheet": {"marks": [], name: [row]}}, asked)
    except RefusedError as refused:
        alone = f"sheet.{name}[0]"
        return [], [
            replace(each, about=each.about.replace(alone, place)) for each in refused.refusals
        ]
    return getattr(read.sheet, name), []
