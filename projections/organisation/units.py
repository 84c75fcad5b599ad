"""The units: one row a unit, with its name, kind and superior as entered last, and its dated state."""

from collections.abc import Iterable
from typing import Any

import msgspec
import sqlalchemy as sa

from domain.events import unit as u
from domain.events.base import Event
from domain.streams import unit_stream
from domain.unit.evolve import evolve
from domain.unit.state import Unit
from projections.machinery.criteria import Among
from projections.machinery.read_model import Fold, Index, ReadModel, Seen
from projections.machinery.schema_guard import require
from projections.machinery.word_table import Called, Wording
from words.folded import folded


class UnitRecord(msgspec.Struct):
    """`unit` answers by date; the columns hold the entries for the latest date.

    `folded` is the name as it is sorted; `settled_on` the day since which nothing above it changes;
    `successor` the first of its successors, empty where there is none.
    """

    stream: str
    code: str
    name: str
    kind: str
    parent: str
    ended_on: str
    position: int
    unit: Unit
    folded: str
    settled_on: str
    successor: str


def _change(known: UnitRecord | None, event: Any, row: Seen) -> UnitRecord:
    stamp: Any = row
    unit = evolve(known.unit if known else None, event, stamp)
    name = unit.names.entries[-1][2]
    return UnitRecord(
        stream=row.stream,
        code=unit.code,
        name=name,
        kind=unit.kinds.entries[-1][2],
        parent=unit.parents.entries[-1][2],
        ended_on=unit.ended_on.isoformat() if unit.ended_on else "",
        position=row.position,
        unit=unit,
        folded=folded(name),
        settled_on=unit.parents.entries[-1][0].isoformat(),
        successor=unit.successors[0] if unit.successors else "",
    )


_EVENTS: tuple[type[Event], ...] = (
    u.UnitRegistered, u.UnitRenamed, u.UnitMoved, u.UnitKindChanged, u.AttributesChanged,
    u.OrganEstablished, u.OrganAbolished, u.UnitMerged, u.UnitSplit, u.UnitDissolved,
    u.FollowerAssigned, u.FollowerReleased, u.VisitRecorded,
)  # fmt: skip

UNITS = ReadModel(
    name="units",
    schema=3,
    record=UnitRecord,
    folds={event.TOPIC: Fold(event, _change) for event in _EVENTS},
    indexes=[
        Index(["parent"]),
        Index(["code"]),
        Index(["folded", "code"]),
        Index(["settled_on"]),
        Index(["successor"], "successor <> ''"),
    ],
    wording=Wording(lambda unit: [Called(unit.name, unit.code)]),
)


def units(connection: sa.Connection) -> list[dict[str, Any]]:
    """Every unit by code: code, name, kind, parent, ended_on (None while it exists)."""
    require(connection, UNITS)
    view = UNITS.view
    query = sa.select(view.c.code, view.c.name, view.c.kind, view.c.parent, view.c.ended_on)
    found = connection.execute(query.order_by(view.c.code)).mappings()
    return [{**row, "ended_on": row["ended_on"] or None} for row in found]


class KnownUnits:
    """Units by code, each read once; enough of a world to resolve roles in."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._units: dict[str, Unit | None] = {}

    def read(self, codes: Iterable[str]) -> None:
        """Read many at once."""
        wanted = frozenset(map(unit_stream, set(codes) - self._units.keys()))
        if wanted:
            fitting = Among("stream", wanted).clause(UNITS.view, self._connection.dialect.name)
            rows = self._connection.execute(sa.select(UNITS.view).where(fitting))
            for record in map(UNITS.unpack, rows):
                self._units[record.code] = record.unit

    def unit(self, code: str) -> Unit | None:
        if code not in self._units:
            query = sa.select(UNITS.view).where(UNITS.view.c.stream == unit_stream(code))
            row = self._connection.execute(query).one_or_none()
            self._units[code] = UNITS.unpack(row).unit if row else None
        return self._units[code]
