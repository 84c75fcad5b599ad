"""How far each read model has come: its position and root, its generation of tables, its schema."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from ledger.schema import root
from ledger.tree import EMPTY_ROOT
from projections.machinery.read_model import NUMBER, WORD, ReadModel

read_model = sa.Table(
    "read_model",
    sa.MetaData(),
    sa.Column("name", WORD, primary_key=True),
    sa.Column("schema", NUMBER, nullable=False),
    sa.Column("generation", NUMBER, nullable=False),
    sa.Column("position", NUMBER, nullable=False),
    sa.Column("root", sa.LargeBinary, nullable=False),
    sqlite_strict=True,
)


class Place(NamedTuple):
    """Where a read model stands: built from the log up to `position`, whose tree had that root."""

    name: str
    schema: int
    generation: int
    position: int
    root: bytes


def places(connection: sa.Connection) -> list[Place]:
    """Every read model there is, by name."""
    query = sa.select(read_model).order_by(read_model.c.name)
    return [Place(*row) for row in connection.execute(query)]


def root_at(connection: sa.Connection, position: int) -> bytes:
    """The root of the tree at the end of a commit; empty before the first."""
    query = sa.select(root.c.root).where(root.c.position == position)
    return connection.execute(query).scalar_one_or_none() or b""


_MOVE = (
    "UPDATE read_model SET position = {0},"
    " root = (SELECT root.root FROM root WHERE root.position = {0}) WHERE "
)
_LOCKED = "name IN (SELECT name FROM read_model WHERE {} ORDER BY name FOR UPDATE{})"
_TOLD = " RETURNING name, generation"
_AHEAD = "SELECT name, generation FROM read_model WHERE position >= %s AND "
_BACK = (
    "UPDATE read_model SET position = {0}, root = coalesce("
    "(SELECT root.root FROM root WHERE root.position = {0}), {0}) WHERE name = {0}"
)


class Claims:
    """Statements that move read models on and tell which were moved: the guard against counting twice.

    They run first in the transaction that writes the rows. A read model that stands elsewhere, was
    built by another schema or (`waiting=False`) is being moved by somebody else is not touched.
    """

    def __init__(self, models: Iterable[ReadModel[Any]]) -> None:
        known = " OR ".join(f"(name = '{m.name}' AND schema = {m.schema})" for m in models)
        here = f"position = %s AND ({known})"
        self._waiting = _MOVE.format("%s") + _LOCKED.format(here, "") + _TOLD
        self._passing = _MOVE.format("%s") + _LOCKED.format(here, " SKIP LOCKED") + _TOLD
        self._sqlite = (_MOVE.format("%s") + here + _TOLD).replace("%s", "?")
        self._ahead = _AHEAD + f"({known})"

    def claim(
        self, cursor: Any, span: tuple[int, int], *, sqlite: bool, waiting: bool
    ) -> dict[str, int]:
        """Move what stands where the span begins to where it ends; answer generations by name."""
        before, last = span
        sql = self._sqlite if sqlite else self._waiting if waiting else self._passing
        return dict(cursor.execute(sql, (last, last, before)).fetchall())

    def ahead(self, cursor: Any, last: int, *, sqlite: bool) -> dict[str, int]:
        """Generations by name of those that stand at a position or after it."""
        sql = self._ahead.replace("%s", "?") if sqlite else self._ahead
        return dict(cursor.execute(sql, (last,)).fetchall())

    def give_back(self, cursor: Any, name: str, before: int, *, sqlite: bool) -> None:
        """Put a read model that was just moved back to where it stood."""
        sql = _BACK.format("?" if sqlite else "%s")
        cursor.execute(sql, (before, before, EMPTY_ROOT, name))
