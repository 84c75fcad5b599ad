"""Records in and out of the tables, many at a time, by the driver's own cursor."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, Self

import msgspec
import sqlalchemy as sa

from ledger.connections import Writing
from ledger.texts import unpacked
from projections.machinery.read_model import ReadModel, S, Touched
from projections.machinery.word_table import Wording, WordRow, WordTexts, all_rows

FEW = 20
"""Rows up to which PostgreSQL is quicker in replacing them in place than in writing them anew."""
_JSON = msgspec.json.Encoder()
_TEXTS = (
    "SELECT first, position, texts FROM event WHERE first IS NOT NULL AND position >= ?"
    " ORDER BY position LIMIT 1"
)
_EVENTS = "SELECT state FROM event WHERE stream = ? ORDER BY version"


class _Texts(NamedTuple):
    load_one: str
    load: str
    find: str
    insert: str
    upsert: str
    delete: str
    copy: str
    words: WordTexts


class _Bodies(NamedTuple):
    """The texts of the commit asked about last: names are often entered many at a time."""

    first: int
    last: int
    by_commitment: dict[str, str | None]


class Store:
    """The tables of read models, within a transaction: one cursor that reads and one that writes.

    It remembers the rows it has loaded, so that of a record only what changed is written.
    """

    def __init__(
        self, asking: Any, cursor: Any, *, sqlite: bool, settle: Callable[[], object] | None = None
    ) -> None:
        self.asking = asking
        self.cursor = cursor
        self.sqlite = sqlite
        self._settle = settle
        self._loaded: dict[str, dict[str, Sequence[Any]]] = {}
        self._bodies = _Bodies(0, 0, {})

    @classmethod
    def of(cls, connection: sa.Connection) -> Self:
        handle: Any = connection.connection.driver_connection
        return cls(handle.cursor(), handle.cursor(), sqlite=connection.dialect.name == "sqlite")

    @classmethod
    def within(cls, writing: Writing) -> Self:
        """In the transaction of an append."""
        session = writing.session
        return cls(session.asking, writing.cursor, sqlite=writing.sqlite, settle=session.settle)

    def load(self, model: ReadModel[S], generation: int, streams: Sequence[str]) -> dict[str, S]:
        """The records there are, by stream."""
        texts = _texts(model, generation, self.sqlite)
        if len(streams) == 1:
            found = self.asking.execute(texts.load_one, streams)
        else:
            wanted: Any = _JSON.encode(streams).decode() if self.sqlite else list(streams)
            found = self.asking.execute(texts.load, (wanted,))
        return self._unpacked(model, found.fetchall())

    def find(self, model: ReadModel[S], generation: int, touched: Touched) -> dict[str, S]:
        """The records that fit a condition, by stream."""
        where = touched.where if self.sqlite else touched.where.replace("?", "%s")
        sql = _texts(model, generation, self.sqlite).find + where
        return self._unpacked(model, self.asking.execute(sql, touched.values).fetchall())

    def events(self, stream: str) -> list[bytes]:
        """What the events of a stream of the log say, in order."""
        sql = _EVENTS.replace("?", "?" if self.sqlite else "%s")
        return [bytes(state) for (state,) in self.asking.execute(sql, (stream,)).fetchall()]

    def text(self, position: int, commitment: str) -> str | None:
        """A free text of the commit that a position is in; None where it was erased."""
        if not self._bodies.first <= position <= self._bodies.last:
            sql = _TEXTS.replace("?", "?" if self.sqlite else "%s")
            for first, last, kept in self.asking.execute(sql, (position,)).fetchall():
                bodies = {text.commitment: text.body for text in unpacked(kept or "[]")}
                self._bodies = _Bodies(first, last, bodies)
        return self._bodies.by_commitment.get(commitment)

    def _unpacked(self, model: ReadModel[S], rows: Iterable[Sequence[Any]]) -> dict[str, S]:
        loaded = self._loaded.setdefault(model.name, {})
        found = {}
        for row in rows:
            loaded[row[0]] = row
            found[row[0]] = model.unpack(row)
        return found

    def save(self, model: ReadModel[S], generation: int, states: Iterable[S]) -> None:
        """Insert records or replace those of the same stream."""
        texts = _texts(model, generation, self.sqlite)
        changed = list(states)
        rows = [model.pack(state) for state in changed]
        if not rows:
            return
        if model.wording:
            self._word(model, model.wording, generation, zip(rows, changed, strict=True))
        if self.sqlite:
            self._change(model, texts, generation, rows)
        elif len(rows) <= FEW:
            self.cursor.executemany(texts.upsert, rows)
        else:
            self.cursor.execute(texts.delete, ([row[0] for row in rows],))
            self._copy(texts.copy, rows)

    def _change(
        self, model: ReadModel[S], texts: _Texts, generation: int, rows: Iterable[Sequence[Any]]
    ) -> None:
        """Set only the columns that have changed: SQLite rewrites each index whose columns are set."""
        loaded = self._loaded.get(model.name, {})
        for row in rows:
            before = loaded.get(row[0])
            if before is None:
                self.cursor.execute(texts.upsert, row)
                continue
            changed = tuple(at for at, value in enumerate(row) if value != before[at])
            if changed:
                sql = _update(model, generation, changed)
                self.cursor.execute(sql, [*(row[at] for at in changed), row[0]])

    def fill(self, model: ReadModel[S], generation: int, states: Iterable[S]) -> None:
        """Insert records into a table that is empty."""
        texts = _texts(model, generation, self.sqlite)
        if model.wording is None:
            self._fill(texts.insert, texts.copy, map(model.pack, states))
            return
        records = list(states)
        packed = [model.pack(state) for state in records]
        self._fill(texts.insert, texts.copy, packed)
        named = zip((row[0] for row in packed), records, strict=True)
        self._fill(texts.words.insert, texts.words.copy, all_rows(model.wording, named))

    def _fill(self, insert: str, copy: str, rows: Iterable[Sequence[Any]]) -> None:
        if self.sqlite:
            self.cursor.executemany(insert, rows)
        else:
            self._copy(copy, rows)

    def _word(
        self,
        model: ReadModel[S],
        wording: Wording,
        generation: int,
        records: Iterable[tuple[Sequence[Any], S]],
    ) -> None:
        """Write the words that records have got, delete those that they have lost."""
        loaded, before, now = self._loaded.get(model.name, {}), set[WordRow](), set[WordRow]()
        for row, record in records:
            now |= wording.rows(record, row[0])
            if row[0] in loaded:
                before |= wording.rows(model.unpack(loaded[row[0]]), row[0])
        texts = _texts(model, generation, self.sqlite).words
        for sql, rows in ((texts.delete, before - now), (texts.insert, now - before)):
            if rows:
                self.cursor.executemany(sql, sorted(rows))

    def _copy(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        if self._settle is not None:
            # Copying needs a connection that waits for nothing else.
            self._settle()
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
    insert = f"INSERT INTO {table} ({columns}) {values}"
    find = f"SELECT {columns} FROM {table} WHERE "  # noqa: S608 -- our own names
    return _Texts(
        load_one=f"{find}{key} = {mark}",
        load=f"{find}{key} {known}",
        find=find,
        insert=insert,
        upsert=f"{insert} ON CONFLICT ({key}) DO UPDATE SET {changes}",
        delete=f"DELETE FROM {table} WHERE {key} {known}",  # noqa: S608 -- our own names
        copy=f"COPY {table} ({columns}) FROM STDIN",
        words=WordTexts.of(model.words_name(generation), mark),
    )


@lru_cache(maxsize=1024)
def _update(model: ReadModel[Any], generation: int, changed: tuple[int, ...]) -> str:
    changes = ", ".join(f"{model.columns[at]} = ?" for at in changed)
    table, key = model.table_name(generation), model.columns[0]
    return f"UPDATE {table} SET {changes} WHERE {key} = ?"  # noqa: S608 -- our own names
