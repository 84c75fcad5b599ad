"""How far each read model has come: its position and root, its generation of tables, its schema."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa

from ledger.schema import root
from projections.read_model import NUMBER, WORD, ReadModel

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


_CLAIM = (
    "UPDATE read_model SET position = {last},"
    " root = (SELECT root.root FROM root WHERE root.position = {last})"
    " WHERE name IN (SELECT name FROM read_model"
    " WHERE position = {before} AND ({known}) ORDER BY name FOR UPDATE{skip})"
    " RETURNING name, generation"
)


class Claims:
    """Statements that move read models on and tell which were moved: the guard against counting twice.

    They run first in the transaction that writes the rows. A read model that stands elsewhere, was
    built by another schema or (`waiting=False`) is being moved by somebody else is not touched.
    """

    def __init__(self, models: Iterable[ReadModel[Any]]) -> None:
        known = " OR ".join(f"(name = '{m.name}' AND schema = {m.schema})" for m in models)
        self._postgres = {
            waiting: _CLAIM.format(
                last="%s", before="%s", known=known, skip="" if waiting else " SKIP LOCKED"
            )
            for waiting in (True, False)
        }
        self._sqlite = _CLAIM.format(last="?", before="?", known=known, skip="").replace(
            " FOR UPDATE", ""
        )

    def claim(
        self, cursor: Any, span: tuple[int, int], *, sqlite: bool, waiting: bool
    ) -> dict[str, int]:
        """Move what stands where the span begins to where it ends; answer generations by name."""
        before, last = span
        sql = self._sqlite if sqlite else self._postgres[waiting]
        return dict(cursor.execute(sql, (last, last, before)).fetchall())
