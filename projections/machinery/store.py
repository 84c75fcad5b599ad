"""Records in and out of the tables, many at a time, by the driver's own cursor."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

import msgspec
import sqlalchemy as sa

from projections.machinery.read_model import ReadModel, S

FEW = 20
"""Rows up to which it is quicker to replace them in place than to write them anew."""
_JSON = msgspec.json.Encoder()


class _Texts(NamedTuple):
    load_one: str
    load: str
    insert: str
    upsert: str
    delete: str
    copy: str
    update: str
    updated: tuple[int, ...]
    """The columns of a row as `update` takes them."""


class Store:
    """The tables of read models, within a transaction: one cursor that asks and one that tells."""

    def __init__(self, asking: Any, cursor: Any, *, sqlite: bool) -> None:
        self.asking = asking
        self.cursor = cursor
        self.sqlite = sqlite

    @classmethod
    def of(cls, connection: sa.Connection) -> Self:
        handle: Any = connection.connection.driver_connection
        return cls(handle.cursor(), handle.cursor(), sqlite=connection.dialect.name == "sqlite")

    def load(self, model: ReadModel[S], generation: int, streams: Sequence[str]) -> dict[str, S]:
        """The records there are, by stream."""
        texts = _texts(model, generation, self.sqlite)
        if len(streams) == 1:
            found = self.asking.execute(texts.load_one, streams)
        else:
            wanted: Any = _JSON.encode(streams).decode() if self.sqlite else list(streams)
            found = self.asking.execute(texts.load, (wanted,))
        return {row[0]: model.unpack(row) for row in found.fetchall()}

    def save(self, model: ReadModel[S], generation: int, states: Iterable[S]) -> None:
        """Insert records or replace those of the same stream."""
        texts = _texts(model, generation, self.sqlite)
        rows = [model.pack(state) for state in states]
        if not rows:
            return
        if self.sqlite and len(rows) <= FEW:
            self._replace(texts, rows)
        elif self.sqlite or len(rows) <= FEW:
            self.cursor.executemany(texts.upsert, rows)
        else:
            self.cursor.execute(texts.delete, ([row[0] for row in rows],))
            self._copy(texts.copy, rows)

    def _replace(self, texts: _Texts, rows: Iterable[Sequence[Any]]) -> None:
        """SQLite writes every index whose columns are set: where these are the same, they are not."""
        for row in rows:
            changed = self.cursor.execute(texts.update, [row[at] for at in texts.updated])
            if changed.rowcount == 0:
                self.cursor.execute(texts.upsert, row)

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
    mark = "?" if sqlite else "%s"
    known = "IN (SELECT value FROM json_each(?))" if sqlite else "= ANY(%s)"
    values = f"VALUES ({', '.join([mark] * len(model.columns))})"
    found_by = {key, *(column for index in model.indexes for column in index)}
    free = [column for column in model.columns if column not in found_by]
    fixed = [column for column in model.columns if column in found_by]
    insert = f"INSERT INTO {table} ({columns}) {values}"
    return _Texts(
        load_one=f"SELECT {columns} FROM {table} WHERE {key} = {mark}",  # noqa: S608 -- our own names
        load=f"SELECT {columns} FROM {table} WHERE {key} {known}",  # noqa: S608 -- as above
        insert=insert,
        upsert=f"{insert} ON CONFLICT ({key}) DO UPDATE SET {changes}",
        delete=f"DELETE FROM {table} WHERE {key} {known}",  # noqa: S608 -- as above
        update=f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in free)}"  # noqa: S608 -- as above
        f" WHERE {' AND '.join(f'{column} = ?' for column in fixed)}",
        updated=tuple(model.columns.index(column) for column in (*free, *fixed)),
        copy=f"COPY {table} ({columns}) FROM STDIN",
    )
