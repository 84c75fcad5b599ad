"""The list of units: its rows, what it is narrowed down by and sorted by."""

from __future__ import annotations

import msgspec

from projections.machinery.criteria import Among, AtLeast, Criterion
from projections.machinery.listing import Lists
from projections.organisation.units import UNITS, UnitRecord

Names = frozenset[str]
NONE: Names = frozenset()


class UnitRow(msgspec.Struct, kw_only=True):
    """A unit as `units list --json` prints it; `ended_on` is None while it exists."""

    code: str
    name: str
    kind: str
    parent: str
    ended_on: str | None


class UnitFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What the units listed have: one of the values of each set that names any; `found` are those of a search."""

    units: Names | None = None
    parents: Names = NONE
    kinds: Names = NONE
    ended: bool | None = None
    found: Names | None = None

    def criteria(self) -> list[Criterion]:
        """The same as conditions on the records of the read model."""
        sets = {"parent": self.parents, "kind": self.kinds}
        ended: list[Criterion] = [Among("ended_on", frozenset([""])), AtLeast("ended_on", "0")]
        return [
            *(Among(column, values) for column, values in sets.items() if values),
            *(Among("code", codes) for codes in (self.units, self.found) if codes is not None),
            *([] if self.ended is None else [ended[self.ended]]),
        ]


ORDERS = {"code": ("code",), "name": ("folded", "code")}
UNIT_LIST = Lists(UNITS, rare=frozenset({"code", "parent"}))


def shown(unit: UnitRecord) -> UnitRow:
    """A unit as the list shows it."""
    return UnitRow(
        code=unit.code,
        name=unit.name,
        kind=unit.kind,
        parent=unit.parent,
        ended_on=unit.ended_on or None,
    )
