"""Records in and out of the tables, many at a time, by the driver's own cursor."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

import msgspec
import sqlalchemy as sa

from projections.read_model import ReadModel, S

_FEW = 20
"""Rows up to which PostgreSQL is quicker to replace one by one than to delete and copy in anew."""
_JSON = msgspec.json.Encoder()


class _Texts(NamedTuple):
    load_one: str
    load: str
    insert: str
    upsert: str
    delete: str
    copy: str


class Store:
    """The tables of read models by a driver's cursor, within its transaction."""

    def __init__(self, cursor: Any, *, sqlite: bool) -> None:
        self.cursor = cursor
        self.sqlite = sqlite

    @classmethod
    def of(cls, connection: sa.Connection) -> Self:
        handle: Any = connection.connection.driver_connection
        return cls(handle.cursor(), sqlite=connection.dialect.name == "sqlite")

    def load(self, model: ReadModel[S], generation: int, streams: Sequence[str]) -> dict[str, S]:
        """The records there are, by stream."""
        texts = _texts(model, generation, self.sqlite)
        if len(streams) == 1:
            found = self.cursor.execute(texts.load_one, streams)
        else:
            wanted: Any = _JSON.encode(streams).decode() if self.sqlite else list(streams)
            found = self.cursor.execute(texts.load, (wanted,))
        return {row[0]: model.unpack(row) for row in found.fetchall()}

    def save(self, model: ReadModel[S], generation: int, states: Iterable[S]) -> None:
        """Insert records or replace those of the same stream."""
        texts = _texts(model, generation, self.sqlite)
        rows = [model.pack(state) for state in states]
        if not rows:
            return
        if self.sqlite:
            self.cursor.executemany(texts.upsert, rows)
        elif len(rows) > _FEW:
            self.cursor.execute(texts.delete, ([row[0] for row in rows],))
            self._copy(texts.copy, rows)
        else:
            self.cursor.execute(texts.upsert, [list(each) for each in zip(*rows, strict=True)])

    def fill(self, model: ReadModel[S], generation: int, states: Iterable[S]) -> None:
        """Insert records into a table that is empty."""
        texts = _texts(model, generation, self.sqlite)
        rows = (model.pack(state) for state in states)
        if self.sqlite:
            self.cursor.executemany(texts.insert, rows)
        else:
            self._copy(texts.copy, rows)

    def _copy(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with self.cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(row)


@lru_cache(maxsize=256)
def _texts(model: ReadModel[Any], generation: int, sqlite: bool) -> _Texts:
    key, *others = model.columns
    columns, table = ", ".join(model.columns), model.table_name(generation)
    changes = ", ".join(f"{column} = excluded.{column}" for column in others)
    if sqlite:
        known = "IN (SELECT value FROM json_each(?))"
        values = f"VALUES ({', '.join('?' * len(model.columns))})"
    else:
        known = "= ANY(%s)"
        arrays = ", ".join(f"%s::{kind}[]" for kind in model.column_types)
        values = f"SELECT * FROM unnest({arrays})"  # noqa: S608 -- our own names, no input
    insert = f"INSERT INTO {table} ({columns}) {values}"
    return _Texts(
        load_one=f"SELECT {columns} FROM {table} WHERE {key} = {'?' if sqlite else '%s'}",  # noqa: S608 -- our own names
        load=f"SELECT {columns} FROM {table} WHERE {key} {known}",  # noqa: S608 -- as above
        insert=insert,
        upsert=f"{insert} ON CONFLICT ({key}) DO UPDATE SET {changes}",
        delete=f"DELETE FROM {table} WHERE {key} {known}",  # noqa: S608 -- as above
        copy=f"COPY {table} ({columns}) FROM STDIN",
    )
