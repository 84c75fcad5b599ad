"""Who holds which connection: one writer under a lock, and as many readers as there are threads reading at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any, NamedTuple

import sqlalchemy as sa

from ledger.database import Cursor, Database, Question, Reader, Rows, driver_error

_KEPT_READERS = 16
_NOTHING: Sequence[Question] = (("SELECT 1", ()),)


class Readers:
    """Open connections handed from thread to thread; each statement sees the latest commits."""

    def __init__(self, database: Database, engine: sa.Engine) -> None:
        self._database = database
        self._engine = engine
        self._idle: list[Reader] = []

    def fetch(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            reader = self._idle.pop()
        except IndexError:
            return self._fetch_afresh(sql, parameters)
        try:
            rows = reader.cursor.execute(sql, parameters).fetchall()
        except Exception as error:
            reader.close()
            if not self._database.is_lost(error):
                self._database.fail(error)
            self.close()
            return self._fetch_afresh(sql, parameters)
        self._idle.append(reader)
        return rows

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _fetch_afresh(self, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        try:
            reader = self._database.reader(self._engine)
        except Exception as error:
            self._database.fail(error)
        try:
            rows = reader.cursor.execute(sql, parameters).fetchall()
        except Exception as error:
            reader.close()
            self._database.fail(error)
        if len(self._idle) < _KEPT_READERS:
            self._idle.append(reader)
        else:
            reader.close()
        return rows


class Writing(NamedTuple):
    """A write transaction under way; `answers` are the rows of the questions it began with."""

    connection: sa.Connection
    cursor: Cursor
    answers: list[Rows]


class Writer:
    """The one connection that writes; threads take turns."""

    def __init__(self, database: Database, engine: sa.Engine) -> None:
        self._database = database
        self._engine = engine.execution_options(write=True)
        self._lock = RLock()
        self._connection: sa.Connection | None = None
        self._cursor: Cursor | None = None

    @contextmanager
    def transaction(self, questions: Sequence[Question] = _NOTHING) -> Iterator[Writing]:
        """Begin, ask the questions; commit at the end, roll back on any exception.

        A connection found broken by the questions is replaced once: nothing can have been written by then.
        """
        with self._lock:
            transaction, writing = self._begin_twice(questions)
            try:
                yield writing
                transaction.commit()
            except BaseException as error:
                self._abandon(transaction, error)
                self._database.fail(error)

    def forget(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._database.forget(self._connection)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = self._cursor = None

    def _begin_twice(self, questions: Sequence[Question]) -> tuple[sa.RootTransaction, Writing]:
        try:
            return self._begin(questions)
        except Exception as error:
            if not self._database.is_lost(driver_error(error)):
                self._database.fail(error)
        try:
            return self._begin(questions)
        except Exception as error:
            self._database.fail(error)

    def _begin(self, questions: Sequence[Question]) -> tuple[sa.RootTransaction, Writing]:
        connection, cursor = self._open()
        if connection.in_transaction():
            message = "a transaction of this ledger is under way in this thread"
            raise RuntimeError(message)
        try:
            transaction = connection.begin()
            answers = self._database.ask(connection, questions)
        except Exception:
            self._drop()
            raise
        return transaction, Writing(connection, cursor, answers)

    def _open(self) -> tuple[sa.Connection, Cursor]:
        if self._connection is None or self._cursor is None:
            self._connection = self._engine.connect()
            self._cursor = self._database.cursor(self._connection)
        return self._connection, self._cursor

    def _abandon(self, transaction: sa.RootTransaction, error: BaseException) -> None:
        if self._database.is_lost(driver_error(error)):
            self._drop()
            return
        try:
            transaction.rollback()
        except Exception:  # noqa: BLE001 -- the first error is the one to tell; a fresh connection follows
            self._drop()

    def _drop(self) -> None:
        connection, self._connection, self._cursor = self._connection, None, None
        if connection is not None:
            connection.invalidate()
            connection.close()

