"""Who holds which connection: one writer under a lock, and as many readers as there are threads reading at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any

import sqlalchemy as sa

from ledger.database import Cursor, Database, Question, Reader, Rows, Session, driver_error
from ledger.errors import LedgerClosedError

_KEPT_READERS = 16
_NOTHING: Sequence[Question] = (("SELECT 1", ()),)


class Readers:
    """Open connections handed from thread to thread; each statement sees the latest commits."""

    def __init__(self, database: Database, engine: sa.Engine) -> None:
        self._database = database
        self._engine = engine
        self._idle: list[Reader] = []
        self._closed = False

    def fetch(self, sql: str, parameters: Sequence[Any] = ()) -> Rows:
        try:
            reader = self._idle.pop()
        except IndexError:
            return self._fetch_afresh(sql, parameters)
        try:
            rows = reader.cursor.execute(sql, parameters).fetchall()
        except self._database.errors as error:
            reader.close()
            if not self._database.is_lost(error):
                with self._database.told():
                    raise
            self._close_idle()
            return self._fetch_afresh(sql, parameters)
        self._take_back(reader)
        return rows

    def close(self) -> None:
        self._closed = True
        self._close_idle()

    def _fetch_afresh(self, sql: str, parameters: Sequence[Any]) -> Rows:
        if self._closed:
            raise LedgerClosedError
        with self._database.told():
            reader = self._database.reader(self._engine)
            try:
                rows = reader.cursor.execute(sql, parameters).fetchall()
            except BaseException:
                reader.close()
                raise
        if len(self._idle) < _KEPT_READERS:
            self._take_back(reader)
        else:
            reader.close()
        return rows

    def _take_back(self, reader: Reader) -> None:
        self._idle.append(reader)
        # Closed by another thread in the meantime: then nobody else will close this one.
        if self._closed:
            self._close_idle()

    def _close_idle(self) -> None:
        while self._idle:
            try:
                reader = self._idle.pop()
            except IndexError:
                return
            reader.close()


class Writing:
    """A write transaction under way; `answers` are the rows of the questions it began with."""

    __slots__ = ("_connection", "answers", "session")

    def __init__(
        self, connection: sa.Connection, session: Session, answers: Sequence[Rows]
    ) -> None:
        self._connection = connection
        self.session = session
        self.answers = answers

    @property
    def cursor(self) -> Cursor:
        return self.session.cursor

    @property
    def sqlite(self) -> bool:
        return self._connection.dialect.name == "sqlite"

    @property
    def connection(self) -> sa.Connection:
        """The same transaction for SQLAlchemy's statements."""
        self.session.settle()
        if not self._connection.in_transaction():
            self._connection.begin()
        return self._connection


class Writer:
    """The one connection that writes; threads take turns."""

    def __init__(self, database: Database, engine: sa.Engine) -> None:
        self._database = database
        self._engine = engine.execution_options(write=True)
        self._lock = RLock()
        self._connection: sa.Connection | None = None
        self._session: Session | None = None
        self._under_way = False
        self._closed = False

    @contextmanager
    def transaction(self, questions: Sequence[Question] = _NOTHING) -> Iterator[Writing]:
        """Begin, ask the questions; commit at the end, roll back on any exception.

        A connection found broken by the questions is replaced once: nothing can have been written by then.
        """
        with self._lock:
            try:
                writing = self._begin_twice(questions)
                try:
                    yield writing
                    writing.session.commit()
                    self._end()
                except BaseException as error:
                    self._abandon(writing, error)
                    raise
            except BaseException as error:
                translated = self._database.translated(error)
                if translated is None:
                    raise
                raise translated from error

    def forget(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._database.forget(self._connection)

    def close(self) -> None:
        with self._lock:
            self._closed = True
            self._drop()

    def _begin_twice(self, questions: Sequence[Question]) -> Writing:
        try:
            return self._begin(questions)
        except (self._database.errors, sa.exc.DBAPIError) as error:
            if not self._database.is_lost(driver_error(error)):
                raise
        return self._begin(questions)

    def _begin(self, questions: Sequence[Question]) -> Writing:
        if self._under_way:
            message = "a transaction of this ledger is under way in this thread"
            raise RuntimeError(message)
        connection, session = self._open()
        try:
            answers = session.begin(questions)
        except BaseException:
            self._drop()
            raise
        self._under_way = True
        return Writing(connection, session, answers)

    def _open(self) -> tuple[sa.Connection, Session]:
        if self._closed:
            raise LedgerClosedError
        if self._connection is None or self._session is None:
            self._connection = self._engine.connect()
            self._session = self._database.session(self._connection)
        return self._connection, self._session

    def _end(self) -> None:
        """End the transaction for SQLAlchemy as well, where one of its statements took part in it."""
        self._under_way = False
        if self._connection is not None and self._connection.in_transaction():
            self._connection.rollback()

    def _abandon(self, writing: Writing, error: BaseException) -> None:
        self._under_way = False
        if self._database.is_lost(driver_error(error)):
            self._drop()
            return
        try:
            writing.session.rollback()
            self._end()
        except Exception:  # noqa: BLE001 -- the first error is the one to tell; a fresh connection follows
            self._drop()

    def _drop(self) -> None:
        connection, self._connection, self._session = self._connection, None, None
        if connection is not None:
            connection.invalidate()
            connection.close()
