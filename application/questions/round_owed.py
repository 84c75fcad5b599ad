"""What is owed in a round: duties and reports, by whom, open, done, due and late."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.commands.typed_names import typed_unit
from application.commands.typed_programme import typed_programme
from application.questions.cases import world_of
from domain.owing.owed import Asked, owed
from domain.programme.basis import basis_of
from domain.refusal import RefusedError, refusal
from domain.streams import round_stream
from words import kinds
from words.kinds import Said
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System
    from domain.owing.owed import Owed

COLUMNS = (
    Column("what", word="owed"), Column("month", "ordinal", word="owed_month"),
    Column("organs", "organ", word="owed_by"), Column("due_on", "date"), Column("done_on", "date"),
    Column("owed_state", "choice"), Column("clause", "code"),
)  # fmt: skip
"""What people see of something that is owed, in order."""


class OwedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A duty or a report of one unit. `owed_state` is `owed.open`, `owed.done`, `owed.late`, `owed.done_late`,
    `owed.missing`."""

    code: str
    what: Said
    month: int | None
    unit: str
    organs: list[str]
    due_on: date | None
    done_on: date | None
    owed_state: str
    clause: str


def round_owed(
    system: System, programme: str, period: str, units: tuple[str, ...] = ()
) -> list[OwedRow]:
    """Everything that is owed in a round as of today, of all units or of some; refuses an unknown round or unit."""
    world = world_of(system)
    programme = typed_programme(programme, world)
    asked = [typed_unit(unit, world, "unit") for unit in units]
    state = world.round(programme, period)
    edition = world.edition(programme, state.version) if state else None
    if state is None or edition is None:
        said = kinds.round_of(round_stream(programme, period))
        raise RefusedError([refusal("round_unknown", round=said)])
    on = world.today
    found = owed(Asked(edition.programme, state, on, world))
    return [_row(each, on) for each in found if not asked or each.unit in asked]


def _row(each: Owed, on: date) -> OwedRow:
    return OwedRow(
        code=each.code,
        what=Said("text", each.label.vi, each.label.vi, each.label.en),
        month=each.month or None,
        unit=each.unit,
        organs=each.organs,
        due_on=each.due_on,
        done_on=each.done_on,
        owed_state=f"owed.{each.state_on(on)}",
        clause=", ".join(basis_of(each.label)),
    )
