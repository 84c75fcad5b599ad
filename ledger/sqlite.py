"""SQLite by way of pysqlite3: opening, settings, triggers, and what its errors mean."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pysqlite3.dbapi2 as driver
import sqlalchemy as sa

from ledger import schema, sqlite_schema
from ledger.database import (
    Cursor,
    Database,
    Fetch,
    Question,
    Reader,
    Rows,
    Session,
    driver_error,
)
from ledger.errors import NotInitialisedError, UnsafeSqliteError, UnsupportedDatabaseError
from ledger.statements import Statements

_OLDEST = (3, 53, 0)

_NEVER_CHANGED = ("tag", "topic")
_KEPT = ", ".join(column.name for column in schema.event.columns if column.name != "texts")
_IS_NEW_END = (
    "NEW.first > NEW.position OR (NEW.first > 1 AND NOT EXISTS"
    " (SELECT 1 FROM event WHERE position = NEW.first - 1 AND first IS NOT NULL)) OR EXISTS"
    " (SELECT 1 FROM event WHERE position >= NEW.first AND first IS NOT NULL)"
)
_GUARDS = {
    **{
        f"{table}_refuses_{action}": f"BEFORE {action} ON {table}"
        f" BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END"
        for table in _NEVER_CHANGED
        for action in ("UPDATE", "DELETE")
    },
    "event_refuses_DELETE": "BEFORE DELETE ON event"
    " BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END",
    "event_refuses_UPDATE": f"BEFORE UPDATE OF {_KEPT} ON event"
    " BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END",
    # A row may also be moved by a name of its number that is no column.
    "event_only_forgets": "BEFORE UPDATE ON event WHEN NEW.position <> OLD.position"
    " OR json_array_length(NEW.texts) IS NOT json_array_length(OLD.texts)"
    " OR EXISTS (SELECT 1 FROM json_each(OLD.texts) AS was JOIN json_each(NEW.texts) AS became"
    " ON became.key = was.key WHERE became.value IS NOT was.value"
    " AND (became.value IS NOT NULL OR was.key % 3 = 0))"
    " BEGIN SELECT RAISE(ABORT, 'a text may only be erased'); END",
    "head_refuses_DELETE": "BEFORE DELETE ON head WHEN OLD.name = 'log'"
    " BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END",
    "head_goes_forward": "BEFORE UPDATE ON head WHEN NEW.name <> OLD.name OR OLD.name = 'log' AND"
    " (NEW.position <= OLD.position OR NEW.recorded_at < OLD.recorded_at"
    " OR NEW.simulated <> OLD.simulated)"
    " BEGIN SELECT RAISE(ABORT, 'the head goes forward'); END",
    "head_refuses_REPLACE": "BEFORE INSERT ON head"
    " WHEN NEW.name = 'log' AND EXISTS (SELECT 1 FROM head WHERE name = 'log')"
    " BEGIN SELECT RAISE(ABORT, 'the head goes forward'); END",
    "event_in_order": "BEFORE INSERT ON event"
    " WHEN NEW.position <> coalesce((SELECT max(position) FROM event), 0) + 1"
    " OR NOT coalesce(NEW.version = 1 + (SELECT max(version) FROM event WHERE stream = NEW.stream),"
    " NEW.version IN (0, 1))"
    " BEGIN SELECT RAISE(ABORT, 'positions and versions go up by one'); END",
    "commit_in_order": f"BEFORE INSERT ON event WHEN NEW.first IS NOT NULL AND ({_IS_NEW_END})"
    " BEGIN SELECT RAISE(ABORT, 'commits follow one another'); END",
    "command_is_new": "BEFORE INSERT ON event WHEN NEW.digest IS NOT NULL AND EXISTS"
    " (SELECT 1 FROM event WHERE command_id = NEW.command_id AND digest IS NOT NULL)"
    " BEGIN SELECT RAISE(ABORT, 'a command is kept once'); END",
    "tag_in_order": "BEFORE INSERT ON tag"
    " WHEN NEW.number <> coalesce((SELECT max(number) FROM tag WHERE tag = NEW.tag), 0) + 1"
    " BEGIN SELECT RAISE(ABORT, 'tags are numbered one by one'); END",
}


def _adapted(sql: str) -> str:
    each = sql.replace("EACH(?)", "json_each(?)").replace("NUMBERS(?)", "json_each(?)")
    return each.replace(" FOR UPDATE", "")


class SqliteSession(Session):
    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.cursor: Cursor = handle.cursor()
        self.asking: Cursor = handle.cursor()

    def begin(self, questions: Sequence[Question]) -> list[Rows]:
        self._handle.execute("BEGIN IMMEDIATE")
        execute = self.asking.execute
        return [execute(sql, parameters).fetchall() for sql, parameters in questions]

    def settle(self) -> None:
        """Nothing: there is nobody to wait for."""

    def commit(self) -> None:
        self._handle.commit()

    def rollback(self) -> None:
        self._handle.rollback()


class SqliteDatabase(Database):
    statements = Statements.adapted(_adapted)
    errors = driver.Error

    @staticmethod
    def adapted(sql: str) -> str:
        return _adapted(sql)

    def engine(self, *, create: bool = False) -> sa.Engine:
        if driver.sqlite_version_info < _OLDEST:
            raise UnsafeSqliteError(self.name, version=driver.sqlite_version)
        engine = sa.create_engine(
            "sqlite://",
            module=driver,
            creator=lambda: self._connect(mode="rwc" if create else "rw"),
            poolclass=sa.pool.QueuePool,
            pool_size=8,
            max_overflow=56,
        )
        sa.event.listen(engine, "begin", _begin)
        return engine

    def many(self, values: Sequence[str] | Sequence[int]) -> object:
        return msgspec.json.encode(values).decode()

    def reader(self, engine: sa.Engine) -> Reader:  # noqa: ARG002 -- the same for both databases
        connection = self._connect(mode="rw")
        connection.execute("PRAGMA query_only = ON")
        return Reader(connection.cursor(), connection.close)

    def session(self, connection: sa.Connection) -> Session:
        return SqliteSession(connection.connection.driver_connection)

    def guard(self, connection: sa.Connection) -> None:
        for name, rule in _GUARDS.items():
            connection.exec_driver_sql(f"CREATE TRIGGER {name} {rule}")

    def unguard(self, connection: sa.Connection) -> None:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")

    def stop_writers(self, connection: sa.Connection, tables: Sequence[str]) -> None:
        """Nothing: there is one writer at a time."""

    def rename(self, connection: sa.Connection, table: str, name: str) -> None:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")

    def missing_guards(self, fetch: Fetch) -> set[str]:
        found = set(fetch("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        return {
            name
            for name, rule in _GUARDS.items()
            if (name, f"CREATE TRIGGER {name} {rule}") not in found
        }

    def altered(self, fetch: Fetch) -> set[str]:
        return sqlite_schema.altered(fetch, _GUARDS)

    def broken_indexes(self, fetch: Fetch, events: int, commands: int) -> set[str]:
        return sqlite_schema.broken_indexes(fetch, events, commands)

    def settle(self, connection: sa.Connection) -> None:
        handle: Any = connection.connection.driver_connection
        handle.execute("PRAGMA journal_mode = WAL").fetchall()

    def forget(self, connection: sa.Connection) -> None:
        """The page is overwritten by `secure_delete`; the write-ahead log is emptied here."""
        handle: Any = connection.connection.driver_connection
        handle.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def is_locked(self, error: BaseException) -> bool:
        return _error_name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))

    def is_lost(self, error: BaseException) -> bool:
        return _error_name(error).startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR"))

    def is_forbidden(self, error: BaseException) -> bool:
        return _error_name(driver_error(error)).startswith("SQLITE_READONLY")

    def is_foreign(self, error: BaseException) -> bool:
        return _error_name(error).startswith("SQLITE_NOTADB")

    def is_full(self, error: BaseException) -> bool:
        return _error_name(error).startswith("SQLITE_FULL")

    def is_damaged(self, error: BaseException) -> bool:
        corrupt = _error_name(error).startswith("SQLITE_CORRUPT")
        gone = isinstance(error, driver.Error) and str(error).startswith("no such table")
        return corrupt or gone

    def alone(self, connection: sa.Connection) -> None:
        """Nothing: there is one writer at a time, and every text is UTF-8."""

    def _connect(self, mode: str) -> Any:
        path = self.url.database
        if not path or path == ":memory:":
            raise UnsupportedDatabaseError(self.name)
        if mode == "rw" and not Path(path).exists():
            raise NotInitialisedError(self.name)
        connection = driver.connect(
            f"file:{quote(str(Path(path).absolute()))}?mode={mode}",
            uri=True,
            timeout=self.timeout,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        # Durable at each commit; what is erased is overwritten.
        for setting in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {setting}")
        return connection


def _begin(connection: sa.Connection) -> None:
    """A writer takes the lock at once; one that reads first and then writes would be refused half-way.

    Within a session's transaction there is nothing to begin.
    """
    write = connection.get_execution_options().get("write", False)
    handle: Any = connection.connection.driver_connection
    if not handle.in_transaction:
        handle.execute("BEGIN IMMEDIATE" if write else "BEGIN")


def _error_name(error: BaseException) -> str:
    return str(getattr(error, "sqlite_errorname", None) or "")
