"""Units from a table: every row is checked, then all are registered in one commit, or none."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from application.commands.decisions import decide
from application.commands.door import at_the_door
from application.commands.follow_ups import Change
from application.commands.handle import append_changes
from application.commands.read_request import command_of
from application.commands.recorded_time import recorded_otherwise
from application.commands.request import Request
from application.commands.typed_days import typed_day
from application.commands.typed_names import typed_person
from application.intake.office_tables import read_table
from application.intake.tables.headings import Wanted
from application.intake.tables.rows import TableRow
from application.running.world import LedgerWorld
from domain.catalogue import VERBS
from domain.refusal import Refusal, RefusedError, refusal, refuse_if_any
from words import kinds
from words.language import LANGUAGES, say

if TYPE_CHECKING:
    from pathlib import Path

    from application.running.system import System

FIELDS = ("code", "name", "kind", "org_type", "parent", "organs", "attributes", "from")
"""Columns of the table, in their usual order."""
HEADINGS = {
    heading.strip(): field
    for field in FIELDS
    for language in LANGUAGES
    for heading in (*say(f"heading.{field}", language).split(";"), field)
}
WANTED = Wanted(HEADINGS, ("code", "name", "kind"))
"""Headings of the table, Vietnamese or English, to the fields of a unit."""
_DAYS = frozenset({"from"})


class Wrong(NamedTuple):
    """A row that cannot be imported, and why."""

    row: int
    refusals: list[Refusal]


class Imported(NamedTuple):
    """How many units were registered; the wrong rows, if any, in which case it is none.

    `warnings` say that they were recorded at another time than was asked for; `rows` are all that were read.
    """

    imported: int
    wrong: list[Wrong]
    warnings: list[Refusal] = []
    rows: list[TableRow] = []


def import_units(
    system: System,
    path: Path,
    *,
    by: str,
    reason: str,
    on: date | None = None,
    at: datetime | None = None,
    preview: bool = False,
) -> Imported:
    """Register the units of a table; the same file again changes nothing, a preview neither.

    A row's own date counts before `on`. `imported` of a preview are those that would be.
    Refuses what is no table; raises OSError when it cannot be
    opened.
    """
    rows = read_table(path, WANTED, _DAYS)
    command_id = hashlib.sha256(b"units-import:" + path.read_bytes()).hexdigest()
    request = Request(
        verb="register-unit", actor=by, reason=reason, command_id=command_id, on=on, at=at
    )
    if system.ledger.command(command_id):
        return Imported(0, [], rows=rows)
    world = LedgerWorld(system.app, system.today(at, on))
    request = replace(request, actor=typed_person(by, world, "actor"))
    changes, wrong = _decided(system, request, rows, world)
    if wrong or not changes:
        return Imported(0, wrong, rows=rows)
    if preview:
        return Imported(len(changes), [], rows=rows)
    receipt = append_changes(system, request, changes, world)
    warnings = recorded_otherwise(system, request, receipt.recorded_at)
    return Imported(len(changes), [], warnings, rows)


def _decided(
    system: System, request: Request, rows: list[TableRow], world: LedgerWorld
) -> tuple[list[Change], list[Wrong]]:
    changes: list[Change] = []
    wrong: list[Wrong] = []
    for row in rows:
        try:
            changes.append(_row(system, request, row, world))
        except RefusedError as refused:
            wrong.append(Wrong(row.number, refused.refusals))
    return changes, wrong


def _row(system: System, request: Request, row: TableRow, world: LedgerWorld) -> Change:
    refuse_if_any(list(row.reasons))
    verb = VERBS["register-unit"]
    own = at_the_door(replace(request, data=_data(row), on=_from(row) or request.on))
    command = command_of(system, own, verb, world)
    decided = decide(verb, command, world)
    command = replace(command, organ=decided.organ)
    change = Change(command.stream, decided.events[0], decided.authority, command)
    world.foresee(change.stream, change.event, command)
    return change


def _data(row: TableRow) -> dict[str, object]:
    cells = {name: text for name, text in row.cells.items() if name and name != "from"}
    listed = {
        name: [item.strip() for item in cells.pop(name, "").split(";") if item.strip()]
        for name in ("organs", "attributes")
    }
    missing = [name for name in ("code", "name", "kind") if not cells.get(name)]
    if missing:
        raise RefusedError(
            [
                refusal("cell_missing", about=name, column=kinds.of("column", name))
                for name in missing
            ]
        )
    return {**cells, **listed}


def _from(row: TableRow) -> date | None:
    text = row.cells.get("from", "")
    return typed_day(text, "from") if text else None
