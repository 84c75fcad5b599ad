"""One unit on a day: what it is called, what stands above it, its organs, what it came from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.commands.typed_names import typed_unit
from application.questions.cases import world_of
from domain.refusal import RefusedError, refusal
from words import kinds
from words.kinds import Said
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("code", "code"), Column("name"), Column("on", "date"), Column("exists", "yes_no"),
    Column("kind", "unit_kind"), Column("org_type", "org_type"), Column("parent", "unit"),
    Column("typed_organs", "lines", word="organs"), Column("attributes", "attribute"), Column("followers", "person"),
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

    @property
    def typed_organs(self) -> list[Said]:
        """Its organs, each with the code that is typed for it."""
        return [kinds.typed(kinds.organ(f"{self.code}/{organ}")) for organ in self.organs]


def unit(system: System, code: str, on: date | None = None) -> UnitShown:
    """One unit on a date, by code or name; refuses an unknown one."""
    day, world = on or system.today(), world_of(system)
    code = typed_unit(code, world)
    folded = world.unit(code)
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
