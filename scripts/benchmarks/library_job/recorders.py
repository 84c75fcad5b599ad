"""The library's own recorders, with the rows of the three tables in the transaction of the events.

This is the library's way (its example of searchable content): a recorder takes what `save` was given beside the events.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresFactory
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor, SQLiteFactory
from psycopg.sql import SQL

from scripts.benchmarks.library_job.rows import COLUMNS, Write


def _tables() -> list[str]:
    return [
        f"CREATE TABLE IF NOT EXISTS {table} ({first} TEXT PRIMARY KEY, {', '.join(f'{c} TEXT' for c in others)})"
        for table, (first, *others) in COLUMNS.items()
    ]


def _upserts(mark: str) -> dict[str, str]:
    return {
        table: f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join([mark] * len(columns))})"  # noqa: S608 -- our own names
        f" ON CONFLICT ({columns[0]}) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in columns[1:])}"
        for table, columns in COLUMNS.items()
    }


class SQLiteRecorder(SQLiteApplicationRecorder):
    """Events and rows in one SQLite transaction."""

    upserts = _upserts("?")

    def construct_create_table_statements(self) -> list[str]:
        """The library's table of events, and ours."""
        return [*super().construct_create_table_statements(), *_tables()]

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        *,
        writes: Sequence[Write] = (),
        **kwargs: Any,
    ) -> Sequence[int] | None:
        positions = super()._insert_events(c, stored_events, **kwargs)
        for write in writes:
            c.execute(self.upserts[write.table], write.values)
        return positions


class PostgresRecorder(PostgresApplicationRecorder):
    """Events and rows in one PostgreSQL transaction, sent as one pipeline."""

    upserts = {table: SQL(text) for table, text in _upserts("%s").items()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sql_create_statements += [SQL(text).format() for text in _tables()]

    def _insert_events(
        self,
        curs: Any,
        stored_events: Sequence[StoredEvent],
        *,
        writes: Sequence[Write] = (),
        **kwargs: Any,
    ) -> None:
        super()._insert_events(curs, stored_events, **kwargs)
        for write in writes:
            curs.execute(self.upserts[write.table], [_text(value) for value in write.values])

    def _insert_stored_events(
        self, curs: Any, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> None:
        kwargs.pop("writes", None)
        super()._insert_stored_events(curs, stored_events, **kwargs)


def _text(value: Any) -> str:
    return str(value)


class JobOnSQLite(SQLiteFactory):
    """As `eventsourcing.sqlite`, with the recorder above."""

    application_recorder_class = SQLiteRecorder


class JobOnPostgres(PostgresFactory):
    """As `eventsourcing.postgres`, with the recorder above."""

    application_recorder_class = PostgresRecorder
