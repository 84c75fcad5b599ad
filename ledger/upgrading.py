"""Bringing a log of an older schema to today's, in one transaction: a kill half-way leaves the old one, whole.

From schema 1: a commit's root, its command and its texts stood in tables of their own, each a page more to write.
They move to the last event of the commit. No leaf and no root changes.
"""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from ledger import schema
from ledger.append import topics_upto
from ledger.command_digest import salted
from ledger.commit import Text
from ledger.database import Database
from ledger.entry import Row
from ledger.errors import OutdatedDatabaseError
from ledger.texts import ERASED, KeptText, packed

Progress = Callable[[int, int], object]
_BATCH = 5000
_OLD_COLUMNS = ", ".join(f"event_1.{name}" for name in Row._fields)
_OLD_ROWS = (
    f"SELECT {_OLD_COLUMNS}, root.first, root.root, root.tags,"  # noqa: S608 -- our own names
    " CASE WHEN root.command_id IS NULL THEN NULL ELSE root.digest END"
    " FROM event_1 LEFT JOIN root ON root.position = event_1.position"
    " WHERE event_1.position > ? AND event_1.position <= ? ORDER BY event_1.position"
)
_OLD_TEXTS = (
    "SELECT position, commitment, salt, body FROM text"
    " WHERE position > ? AND position <= ? ORDER BY position, commitment"
)
_NEW_HEAD = (
    "INSERT INTO head (name, position, root, recorded_at, frontier, simulated)"
    " SELECT 'log', position, root, recorded_at, frontier, simulated FROM head_1"
)


class _Kept(NamedTuple):
    """A text of the old table, erased or not."""

    position: int
    text: KeptText


def bring_up_to_date(
    database: Database, engine: sa.Engine, progress: Progress | None = None
) -> None:
    """Nothing where somebody else did it meanwhile. `progress(events done, events in all)`.

    Raises OutdatedDatabaseError where this log may not be written.
    """
    try:
        with engine.execution_options(write=True).begin() as connection:
            found = _version(database, connection)
            if found == 1:
                _from_1(database, connection, progress)
        with engine.connect() as connection:
            database.forget(connection)
    except (database.errors, sa.exc.DBAPIError) as error:
        if not database.is_forbidden(error):
            raise
        raise OutdatedDatabaseError(database.name, found=1, known=schema.VERSION) from error


def _version(database: Database, connection: sa.Connection) -> int:
    """Once nobody else is about to change it."""
    sql = database.adapted("SELECT value FROM meta WHERE name = 'schema' FOR UPDATE")
    return int(connection.exec_driver_sql(sql).scalar_one())


def _from_1(database: Database, connection: sa.Connection, progress: Progress | None) -> None:
    _put_aside(database, connection)
    for table in (schema.event, schema.topic, schema.head):
        table.create(connection)
    execute = connection.exec_driver_sql
    execute("CREATE INDEX text_by_position ON text (position)")
    execute(_NEW_HEAD)
    end = execute("SELECT position FROM head").scalar_one()
    handle: Any = connection.connection.driver_connection
    for upto, rows in _batches(database, handle.cursor(), end):
        handle.cursor().executemany(database.statements.insert_event, rows)
        if progress is not None:
            progress(upto, end)
    handle.cursor().execute(database.statements.insert_topics, (0, topics_upto(end)))
    for name in ("event_1", "head_1", "root", "text"):
        execute(f"DROP TABLE {name}")
    database.guard(connection)
    execute("UPDATE meta SET value = '2' WHERE name = 'schema'")


def _put_aside(database: Database, connection: sa.Connection) -> None:
    """Guards go, tables that are made anew get another name; whoever writes is waited for."""
    database.stop_writers(connection, ("head", "event", "tag", "text", "root"))
    database.unguard(connection)
    connection.exec_driver_sql("DROP INDEX event_by_topic")
    for table in ("event", "head"):
        database.rename(connection, table, f"{table}_1")


def _batches(
    database: Database, cursor: Any, end: int
) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
    """Rows as they are inserted, and up to where they go."""
    old_rows, old_texts = database.adapted(_OLD_ROWS), database.adapted(_OLD_TEXTS)
    waiting: deque[_Kept] = deque()
    for after in range(0, end, _BATCH):
        span = (after, min(after + _BATCH, end))
        rows = cursor.execute(old_rows, span).fetchall()
        waiting += map(_kept, cursor.execute(old_texts, span).fetchall())
        yield span[1], [_with_texts(row, waiting) for row in rows]


def _with_texts(row: tuple[Any, ...], waiting: deque[_Kept]) -> tuple[Any, ...]:
    *columns, digest = row
    texts = _texts_upto(row, waiting)
    return (*columns, digest and salted(digest, texts), packed(texts))


def _kept(row: tuple[int, str, bytes | None, str | None]) -> _Kept:
    position, commitment, salt, body = row
    if salt is None or body is None:
        return _Kept(position, KeptText(commitment, *ERASED))
    return _Kept(position, KeptText.of(Text(commitment, salt, body)))


def _texts_upto(row: tuple[Any, ...], waiting: deque[_Kept]) -> list[KeptText]:
    """The texts of the commit that a row ends; none if it ends none."""
    position, first = row[0], row[len(Row._fields)]
    taken = []
    while first is not None and waiting and waiting[0].position <= position:
        taken.append(waiting.popleft().text)
    return taken
