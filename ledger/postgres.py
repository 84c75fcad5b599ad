"""PostgreSQL by way of psycopg 3: opening, settings, triggers, and what its errors mean."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import psycopg
import sqlalchemy as sa

from ledger import postgres_schema, schema
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
from ledger.errors import DatabaseEncodingError
from ledger.statements import Statements

_NEVER_CHANGED = ("tag", "topic")
_KEPT = ", ".join(column.name for column in schema.event.columns if column.name != "texts")
_FUNCTIONS = {
    "bontot_refuses": "BEGIN RAISE EXCEPTION 'the log is never changed'; END",
    "bontot_only_forgets": """BEGIN
        IF NEW.texts IS DISTINCT FROM OLD.texts AND (
            NEW.texts IS NULL OR OLD.texts IS NULL
            OR json_array_length(NEW.texts::json) <> json_array_length(OLD.texts::json)
            OR EXISTS (
                SELECT 1 FROM json_array_elements_text(OLD.texts::json) WITH ORDINALITY AS was(value, at)
                JOIN json_array_elements_text(NEW.texts::json) WITH ORDINALITY AS became(value, at)
                ON became.at = was.at WHERE became.value IS DISTINCT FROM was.value
                AND (became.value IS NOT NULL OR mod(was.at, 3) = 1))) THEN
            RAISE EXCEPTION 'a text may only be erased';
        END IF;
        RETURN NEW;
    END""",
    "bontot_head_goes_forward": """BEGIN
        IF NEW.name <> OLD.name OR OLD.name = 'log' AND (NEW.position <= OLD.position
            OR NEW.recorded_at < OLD.recorded_at OR NEW.simulated <> OLD.simulated) THEN
            RAISE EXCEPTION 'the head goes forward';
        END IF;
        RETURN NEW;
    END""",
    "bontot_event_in_order": """BEGIN
        IF NEW.position <> coalesce((SELECT max(position) FROM event), 0) + 1
            OR NOT coalesce(
                NEW.version = 1 + (SELECT max(version) FROM event WHERE stream = NEW.stream),
                NEW.version IN (0, 1)) THEN
            RAISE EXCEPTION 'positions and versions go up by one';
        END IF;
        IF NEW.first IS NOT NULL AND (NEW.first > NEW.position
            OR (NEW.first > 1 AND NOT EXISTS
                (SELECT 1 FROM event WHERE position = NEW.first - 1 AND first IS NOT NULL))
            OR EXISTS (SELECT 1 FROM event WHERE position >= NEW.first AND first IS NOT NULL)) THEN
            RAISE EXCEPTION 'commits follow one another';
        END IF;
        RETURN NEW;
    END""",
    "bontot_tag_in_order": """BEGIN
        IF NEW.number <> coalesce((SELECT max(number) FROM tag WHERE tag = NEW.tag), 0) + 1 THEN
            RAISE EXCEPTION 'tags are numbered one by one';
        END IF;
        RETURN NEW;
    END""",
}
_GUARDS = {
    **{
        f"{table}_refuses_change": f"BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION bontot_refuses()"
        for table in _NEVER_CHANGED
    },
    **{
        f"{table}_refuses_truncate": f"BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION bontot_refuses()"
        for table in (*_NEVER_CHANGED, "event", "head")
    },
    "event_refuses_delete": "BEFORE DELETE ON event FOR EACH ROW EXECUTE FUNCTION bontot_refuses()",
    "event_refuses_change": f"BEFORE UPDATE OF {_KEPT} ON event"
    " FOR EACH ROW EXECUTE FUNCTION bontot_refuses()",
    "event_only_forgets": "BEFORE UPDATE ON event FOR EACH ROW EXECUTE FUNCTION bontot_only_forgets()",
    "head_refuses_delete": "BEFORE DELETE ON head"
    " FOR EACH ROW WHEN (OLD.name = 'log') EXECUTE FUNCTION bontot_refuses()",
    "head_goes_forward": "BEFORE UPDATE ON head FOR EACH ROW EXECUTE FUNCTION bontot_head_goes_forward()",
    "event_in_order": "BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION bontot_event_in_order()",
    "tag_in_order": "BEFORE INSERT ON tag FOR EACH ROW EXECUTE FUNCTION bontot_tag_in_order()",
}
_CONNECT_SECONDS = 10
_LOST = ("08", "57P")
"""Classes of the server's errors after which a connection is gone; one without a class never was there."""
# A word in the server's log whose own commit waits for the disk as the server is set to.
_FLUSH = (
    "SELECT set_config('synchronous_commit', %s, true), pg_logical_emit_message(true, 'bontot', '')"
)


def _adapted(sql: str) -> str:
    numbers = sql.replace("IN (SELECT value FROM NUMBERS(?))", "= ANY(%s::bigint[])")
    member = numbers.replace("IN (SELECT value FROM EACH(?))", "= ANY(%s::text[])")
    return member.replace("EACH(?)", "unnest(%s::text[]) AS each(value)").replace("?", "%s")


class PostgresSession(Session):
    """Its transactions give the head lock back before they are flushed to disk, and come back after.

    So those who wait for the lock go on, and one flush serves all who committed meanwhile. The log of
    the server is flushed in order: who has seen a commit and built upon it is durable after it.
    """

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        handle.prepare_threshold = 0
        handle.autocommit = True
        self._pipeline: Any = None
        self._askers: list[Any] = []
        self.cursor: Cursor = handle.cursor(binary=True)
        self.asking: Cursor = handle.cursor(binary=True)
        (asked,) = self.asking.execute("SHOW synchronous_commit").fetchall()[0]
        self._flush = (_FLUSH, (asked,)) if asked != "off" else None
        self.cursor.execute("SET synchronous_commit = off")

    def begin(self, questions: Sequence[Question]) -> list[Rows]:
        """All are sent at once; the server takes a new snapshot for each (READ COMMITTED)."""
        while len(self._askers) < len(questions):
            self._askers.append(self._handle.cursor(binary=True))
        asked = list(zip(self._askers, questions, strict=False))
        self._send_together()
        self.cursor.execute("BEGIN")
        for cursor, (sql, parameters) in asked:
            cursor.execute(sql, parameters)
        return [cursor.fetchall() for cursor, _ in asked]

    def settle(self) -> None:
        pipeline, self._pipeline = self._pipeline, None
        if pipeline is not None:
            pipeline.__exit__(None, None, None)

    def commit(self) -> None:
        self._send_together()
        self.cursor.execute("COMMIT")
        if self._flush is not None:
            self.cursor.execute(*self._flush)
        self.settle()

    def rollback(self) -> None:
        with suppress(psycopg.Error):
            self.settle()
        self._handle.rollback()

    def _send_together(self) -> None:
        if self._pipeline is None:
            self._pipeline = self._handle.pipeline()
            self._pipeline.__enter__()


class PostgresDatabase(Database):
    statements = Statements.adapted(_adapted)
    errors = psycopg.Error
    one_writer = False

    @staticmethod
    def adapted(sql: str) -> str:
        return _adapted(sql)

    def engine(self, *, create: bool = False) -> sa.Engine:  # noqa: ARG002 -- a database is created by its administrator
        asked = self.url.query.get("options", "")
        # Our statements are fixed and go by an index: planning them anew costs more than running them. A page
        # out of order costs hardly more than the next one, as on any disk today; told otherwise, the server
        # goes through all that happened to find a few topics of it.
        options = (
            f"{asked} -c lock_timeout={int(self.timeout * 1000)}"
            " -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1"
        )
        return sa.create_engine(
            self.url,
            connect_args={"options": options, "connect_timeout": _CONNECT_SECONDS},
            pool_pre_ping=True,
            pool_size=8,
            max_overflow=32,
        )

    def many(self, values: Sequence[str] | Sequence[int]) -> object:
        return list(values)

    def reader(self, engine: sa.Engine) -> Reader:
        pooled = engine.raw_connection()
        handle: Any = pooled.driver_connection
        pooled.detach()
        handle.autocommit = True
        handle.prepare_threshold = 0
        handle.execute("SET default_transaction_read_only = on")
        return Reader(handle.cursor(binary=True), pooled.close)

    def session(self, connection: sa.Connection) -> Session:
        return PostgresSession(connection.connection.driver_connection)

    def guard(self, connection: sa.Connection) -> None:
        functions = [
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body${body}$body$"
            for name, body in _FUNCTIONS.items()
        ]
        triggers = [f"CREATE TRIGGER {name} {rule}" for name, rule in _GUARDS.items()]
        connection.exec_driver_sql(";\n".join(functions + triggers))

    def unguard(self, connection: sa.Connection) -> None:
        names = connection.exec_driver_sql(
            "SELECT proname FROM pg_proc WHERE proname LIKE 'bontot%%'"
            " AND pronamespace = current_schema()::regnamespace"
        )
        for (name,) in names.all():
            connection.exec_driver_sql(f"DROP FUNCTION {name} CASCADE")

    def stop_writers(self, connection: sa.Connection, tables: Sequence[str]) -> None:
        """Lock them in the order in which writers write to them, so that no two wait for each other."""
        for table in tables:
            connection.exec_driver_sql(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")

    def rename(self, connection: sa.Connection, table: str, name: str) -> None:
        """Rename its indexes as well: the new table needs their names."""
        indexes = sa.inspect(connection).get_indexes(table)
        keys = [index["name"] for index in indexes] + [f"{table}_pkey"]
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {name}")
        for key in keys:
            connection.exec_driver_sql(f"ALTER INDEX {key} RENAME TO {name}_{key}")

    def missing_guards(self, fetch: Fetch) -> set[str]:
        found = fetch(
            "SELECT t.tgname, p.proname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " JOIN pg_class c ON c.oid = t.tgrelid AND c.relnamespace = current_schema()::regnamespace"
            " WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
        )
        there = {name for name, function, body in found if _FUNCTIONS.get(function) == body}
        return set(_GUARDS) - there

    def altered(self, fetch: Fetch) -> set[str]:
        return postgres_schema.altered(fetch, _GUARDS)

    def broken_indexes(self, fetch: Fetch, events: int, commands: int) -> set[str]:  # noqa: ARG002 -- as of SQLite
        """None: the server tells only with an extension (docs/security.md)."""
        return set()

    def settle(self, connection: sa.Connection) -> None:
        """Nothing: the server's own settings are durable."""

    def forget(self, connection: sa.Connection) -> None:
        """Nothing: the server reuses the old row's place when it vacuums."""

    def is_locked(self, error: BaseException) -> bool:
        waited = (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected)
        return isinstance(error, waited)

    def is_lost(self, error: BaseException) -> bool:
        if isinstance(error, psycopg.OperationalError):
            return error.sqlstate is None or error.sqlstate.startswith(_LOST)
        return isinstance(error, psycopg.InterfaceError)

    def is_forbidden(self, error: BaseException) -> bool:
        refused = (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
        return isinstance(driver_error(error), refused)

    def is_full(self, error: BaseException) -> bool:
        return isinstance(error, psycopg.errors.DiskFull)

    def is_damaged(self, error: BaseException) -> bool:
        damaged = (psycopg.errors.UndefinedTable, psycopg.errors.DataCorrupted)
        return isinstance(error, (*damaged, psycopg.errors.IndexCorrupted))

    def alone(self, connection: sa.Connection) -> None:
        (encoding,) = connection.exec_driver_sql("SHOW server_encoding").one()
        if encoding != "UTF8":
            raise DatabaseEncodingError(self.name, encoding=encoding)
        connection.exec_driver_sql(
            "SELECT pg_advisory_xact_lock(hashtext('bontot init ' || current_schema()))"
        )

    def is_foreign(self, error: BaseException) -> bool:  # noqa: ARG002 -- a server is always a database
        return False
