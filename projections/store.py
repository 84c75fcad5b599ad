"""Records in and out of the tables, many at a time, by the driver's own cursor."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from projections.read_model import ReadModel, S

_JSON = msgspec.json.Encoder()


class _Texts(NamedTuple):
    load: str
    upsert: str
    insert: str


class Store:
    """The tables of read models over one connection, within its transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        handle: Any = connection.connection.driver_connection
        self.cursor: Any = handle.cursor()
        self.sqlite = connection.dialect.name == "sqlite"

    def load(self, model: ReadModel[S], generation: int, streams: Sequence[str]) -> dict[str, S]:
        """The records there are, by stream."""
        sql = _texts(model, generation, self.sqlite).load
        wanted: Any = _JSON.encode(streams).decode() if self.sqlite else list(streams)
        found = (model.unpack(row) for row in self.cursor.execute(sql, (wanted,)).fetchall())
        return {getattr(state, model.columns[0]): state for state in found}

    def save(self, model: ReadModel[S], generation: int, states: Iterable[S]) -> None:
        """Insert records or replace those of the same stream."""
        sql = _texts(model, generation, self.sqlite).upsert
        rows = [model.pack(state) for state in states]
        if not rows:
            return
        if self.sqlite:
            self.cursor.executemany(sql, rows)
        else:
            self.cursor.execute(sql, [list(column) for column in zip(*rows, strict=True)])

    def fill(self, model: ReadModel[S], generation: int, states: Iterable[S]) -> None:
        """Insert records into a table that is empty."""
        sql = _texts(model, generation, self.sqlite).insert
        rows = (model.pack(state) for state in states)
        if self.sqlite:
            self.cursor.executemany(sql, rows)
            return
        with self.cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(row)


@lru_cache(maxsize=256)
def _texts(model: ReadModel[Any], generation: int, sqlite: bool) -> _Texts:
    table = model.table_name(generation)
    columns = ", ".join(model.columns)
    key, *others = model.columns
    changes = ", ".join(f"{column} = excluded.{column}" for column in others)
    replace = f" ON CONFLICT ({key}) DO UPDATE SET {changes}"
    if sqlite:
        insert = f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(model.columns))})"
        known = f"{key} IN (SELECT value FROM json_each(?))"
        return _Texts(f"SELECT {columns} FROM {table} WHERE {known}", insert + replace, insert)
    arrays = ", ".join(f"%s::{kind}[]" for kind in model.column_types)
    return _Texts(
        f"SELECT {columns} FROM {table} WHERE {key} = ANY(%s)",
        f"INSERT INTO {table} ({columns}) SELECT * FROM unnest({arrays}) {replace}",
        f"COPY {table} ({columns}) FROM STDIN",
    )
