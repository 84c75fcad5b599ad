"""One unit on a day: what it is called, what stands above it, its organs, what it came from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.questions.cases import world_of
from domain.refusals import RefusedError, refusal
from domain.streams import unit_stream
from words import kinds
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("code", "code"), Column("name"), Column("on", "date"), Column("exists", "yes_no"),
    Column("kind", "unit_kind"), Column("org_type", "org_type"), Column("parent", "unit"),
    Column("organs", "organ"), Column("attributes", "attribute"), Column("followers", "person"),
    Column("predecessors", "unit"), Column("successors", "unit"),
)  # fmt: skip
"""What people see of a unit, in order."""


class UnitShown(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as `units show --json` prints it, on a day."""

    code: str
    on: date
    exists: bool
    name: str
    kind: str
    org_type: str
    parent: str
    organs: list[str]
    attributes: list[str]
    followers: list[str]
    predecessors: list[str]
    successors: list[str]


def unit(system: System, code: str, on: date | None = None) -> UnitShown:
    """One unit on a date; refuses an unknown one."""
    day, folded = on or system.today(), world_of(system).state(unit_stream(code))
    if folded is None:
        raise RefusedError([refusal("unit_unknown", unit=kinds.unit(code))])
    return UnitShown(
        code=code,
        on=day,
        exists=folded.exists_on(day),
        name=folded.name_on(day),
        kind=folded.kind_on(day),
        org_type=folded.org_type_on(day),
        parent=folded.parent_on(day),
        organs=folded.organs_on(day),
        attributes=folded.attributes_on(day),
        followers=folded.followers_on(day),
        predecessors=folded.predecessors,
        successors=folded.successors,
    )
