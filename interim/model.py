"""What a read model is: a table, and a fold from events to one row of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa

Decoders = dict[str, Callable[[bytes], Any]]


@dataclass(frozen=True, eq=False)
class ReadModel:
    """A read model with one row for each stream of a kind.

    `fold(state, slim_event, row)` answers the new state, from None at the first event; `state` is a
    tuple-like Struct whose fields are the columns, the stream first. `schema` grows when the
    meaning of a column changes; an older table asks to be rebuilt.
    """

    name: str
    schema: int
    columns: tuple[tuple[str, type], ...]
    decoders: Decoders
    state: type[Any]
    fold: Callable[[Any, Any, Any], Any]

    def table(self, generation: int) -> sa.Table:
        """The table of a generation; generations stand side by side while one is rebuilt."""
        return _table(self, generation)

    def upsert(self, connection: sa.Connection, generation: int) -> str:
        """The fixed text that writes a row, in the connection's dialect."""
        return adapted(_upsert(self, generation), connection)

    def select(self, connection: sa.Connection, generation: int) -> str:
        """The fixed text that reads the row of a stream."""
        names = ", ".join(name for name, _ in self.columns)
        table = f"{self.name}_{generation}"
        return adapted(f"SELECT {names} FROM {table} WHERE stream = ?", connection)  # noqa: S608 -- own names


def adapted(sql: str, connection: sa.Connection) -> str:
    """A text with `?` for parameters in the dialect of a connection."""
    return sql.replace("?", "%s") if connection.dialect.name == "postgresql" else sql


_TYPES: dict[type, type[sa.types.TypeEngine[Any]]] = {str: sa.Text, int: sa.BigInteger}


@cache
def _table(model: ReadModel, generation: int) -> sa.Table:
    columns = [
        sa.Column(name, _TYPES[kind], primary_key=name == "stream", nullable=False)
        for name, kind in model.columns
    ]
    return sa.Table(f"{model.name}_{generation}", sa.MetaData(), *columns)


@cache
def _upsert(model: ReadModel, generation: int) -> str:
    names = [name for name, _ in model.columns]
    marks = ", ".join("?" * len(names))
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name != "stream")
    return (
        f"INSERT INTO {model.name}_{generation} ({', '.join(names)}) VALUES ({marks}) "  # noqa: S608 -- own names
        f"ON CONFLICT (stream) DO UPDATE SET {changed}"
    )
