"""What the ledger needs to know of a database: how to open it, its dialect, its guards, what its errors mean."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol, Self

import sqlalchemy as sa

from ledger.errors import (
    DatabaseDamagedError,
    DatabaseFullError,
    DatabaseLockedError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    LedgerError,
    NotOurDatabaseError,
)
from ledger.statements import Statements

Rows = list[tuple[Any, ...]]
Fetch = Callable[[str], Rows]
Question = tuple[str, Sequence[Any]]
"""A statement and its parameters."""


class Cursor(Protocol):
    """The part of a driver's cursor that we use; the same in pysqlite3 and psycopg."""

    rowcount: int

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Self: ...

    def executemany(self, sql: str, parameters: Sequence[Sequence[Any]], /) -> object: ...

    def fetchall(self) -> Rows: ...


class Session(ABC):
    """The driver's own connection for the writer; SQLAlchemy does not know of its transactions.

    What `cursor` is told need not be answered before `commit`, unless by an error. `asking` is for
    questions whose rows are fetched at once.
    """

    cursor: Cursor
    asking: Cursor

    @abstractmethod
    def begin(self, questions: Sequence[Question]) -> list[Rows]:
        """Begin to write; answer the rows of each question. A later one sees what an earlier one waited for."""

    @abstractmethod
    def settle(self) -> None:
        """Wait for the answers to all statements sent so far; later ones are answered one by one."""

    @abstractmethod
    def commit(self) -> None:
        """Come back when all of it is durable."""

    @abstractmethod
    def rollback(self) -> None: ...


class Reader:
    """An open connection for one reader at a time, outside the engine's pool and any transaction."""

    def __init__(self, cursor: Cursor, close: Callable[[], None]) -> None:
        self.cursor = cursor
        self.close = close


class Database(ABC):
    """One database, not yet opened. `timeout` is how long to wait for a lock, in seconds."""

    statements: ClassVar[Statements]
    errors: ClassVar[type[Exception]]
    """What the driver raises."""
    one_writer: ClassVar[bool] = True
    """Whether only one connection can write at a time, so that writers of a process had better queue."""

    def __init__(self, url: sa.URL, timeout: float) -> None:
        self.url = url
        self.name = url.render_as_string(hide_password=True)
        self.timeout = timeout

    @staticmethod
    @abstractmethod
    def adapted(sql: str) -> str:
        """A text written as in `statements.py`, in this dialect."""

    @abstractmethod
    def engine(self, *, create: bool = False) -> sa.Engine:
        """Raises UnsupportedDatabaseError or UnsafeSqliteError; connects to nothing."""

    @abstractmethod
    def many(self, values: Sequence[str] | Sequence[int]) -> object:
        """A list as the one parameter of `EACH(?)` or `NUMBERS(?)`."""

    @abstractmethod
    def reader(self, engine: sa.Engine) -> Reader: ...

    @abstractmethod
    def session(self, connection: sa.Connection) -> Session:
        """The driver's connection behind `connection`, to be begun and ended by the session only."""

    @abstractmethod
    def guard(self, connection: sa.Connection) -> None:
        """Create the triggers which refuse to change or delete what is kept."""

    @abstractmethod
    def unguard(self, connection: sa.Connection) -> None:
        """Drop every trigger there is, of this version or an older one."""

    @abstractmethod
    def stop_writers(self, connection: sa.Connection, tables: Sequence[str]) -> None:
        """Wait until nobody writes to these tables, and let nobody begin, until the transaction ends."""

    @abstractmethod
    def rename(self, connection: sa.Connection, table: str, name: str) -> None:
        """Rename a table so that one of its old name can be made."""

    @abstractmethod
    def missing_guards(self, fetch: Fetch) -> set[str]:
        """Names of our triggers that are not there, not at work, or not as we made them."""

    @abstractmethod
    def altered(self, fetch: Fetch) -> set[str]:
        """Names of tables, columns, indexes, constraints of the log not as we made them, and of what was added."""

    @abstractmethod
    def broken_indexes(self, fetch: Fetch, events: int, commands: int) -> set[str]:
        """Names of tables of the log whose indexes do not hold each row, as far as the database can tell.

        There are so many events, made by so many commands, up to the position that is looked at.
        """

    @abstractmethod
    def settle(self, connection: sa.Connection) -> None:
        """Lasting settings of a database that is known to be ours."""

    @abstractmethod
    def forget(self, connection: sa.Connection) -> None:
        """After an erasure: leave as little of the erased bytes in the files as the database allows."""

    @abstractmethod
    def is_locked(self, error: BaseException) -> bool: ...

    @abstractmethod
    def is_lost(self, error: BaseException) -> bool:
        """Whether the connection is gone, so that a new one may do."""

    @abstractmethod
    def is_forbidden(self, error: BaseException) -> bool:
        """Whether the database may be read but not written here."""

    @abstractmethod
    def is_foreign(self, error: BaseException) -> bool:
        """Whether the file is no database at all."""

    @abstractmethod
    def is_full(self, error: BaseException) -> bool:
        """Whether there was no room to write."""

    @abstractmethod
    def is_damaged(self, error: BaseException) -> bool:
        """Whether something that every log has cannot be read."""

    @abstractmethod
    def alone(self, connection: sa.Connection) -> None:
        """Let nobody else make a log here until the transaction ends. Raises DatabaseEncodingError."""

    def translated(self, error: BaseException) -> LedgerError | None:
        """The error a person can act on, for a driver's or SQLAlchemy's."""
        cause = driver_error(error)
        kinds = (
            (self.is_locked, DatabaseLockedError),
            (self.is_lost, DatabaseUnreachableError),
            (self.is_foreign, NotOurDatabaseError),
            (self.is_forbidden, DatabaseReadOnlyError),
            (self.is_full, DatabaseFullError),
            (self.is_damaged, DatabaseDamagedError),
        )
        return next((kind(self.name) for holds, kind in kinds if holds(cause)), None)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Run the block; errors of the driver become ours where a person can act on them."""
        try:
            yield
        except BaseException as error:
            translated = self.translated(error)
            if translated is None:
                raise
            raise translated from error


def driver_error(error: BaseException) -> BaseException:
    if isinstance(error, sa.exc.DBAPIError) and error.orig is not None:
        return error.orig
    return error
