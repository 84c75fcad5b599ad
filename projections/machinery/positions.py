"""How far each read model has come: its position and root, its generation of tables, its schema."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from ledger.schema import event, head
from ledger.tree import EMPTY_ROOT
from projections.machinery.read_model import ReadModel

_COLUMNS = (head.c.name, head.c.schema, head.c.generation, head.c.position, head.c.root)


class Place(NamedTuple):
    """Where a read model stands: built from the log up to `position`, whose tree had that root."""

    name: str
    schema: int
    generation: int
    position: int
    root: bytes


def places(connection: sa.Connection) -> list[Place]:
    """Every read model there is, by name: all that stand beside the log itself."""
    query = sa.select(*_COLUMNS).where(head.c.generation > 0).order_by(head.c.name)
    return [Place(*row) for row in connection.execute(query)]


def root_at(connection: sa.Connection, position: int) -> bytes:
    """The root of the tree at the end of a commit; empty before the first."""
    query = sa.select(event.c.root).where(event.c.position == position)
    return connection.execute(query).scalar_one_or_none() or b""


_MOVE = (
    "UPDATE head SET position = {0},"
    " root = (SELECT event.root FROM event WHERE event.position = {0}) WHERE "
)
_LOCKED = "name IN (SELECT name FROM head WHERE {} ORDER BY name FOR UPDATE{})"
_TOLD = " RETURNING name, generation"
_AHEAD = "SELECT name, generation FROM head WHERE position >= %s AND "
_BACK = (
    "UPDATE head SET position = {0}, root = coalesce("
    "(SELECT event.root FROM event WHERE event.position = {0}), {0}) WHERE name = {0}"
)


class Claims:
    """Statements that move read models on and tell which were moved: the guard against counting twice.

    They run first in the transaction that writes the rows. A read model is left alone if it stands at
    another position, was built by another schema, or (`waiting=False`) is just being moved by another.
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
        """Move the read models that stand at the beginning of the span to its end; answer their generations by name."""
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
