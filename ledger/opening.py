"""Making a new log and opening one that is there; what is not ours is told apart and left as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import sqlalchemy as sa

from ledger import schema
from ledger.database import Database
from ledger.errors import (
    AlreadyInitialisedError,
    DatabaseDamagedError,
    NewerDatabaseError,
    NotInitialisedError,
    NotOurDatabaseError,
    OutdatedDatabaseError,
    UnsupportedDatabaseError,
)
from ledger.sqlite import SqliteDatabase
from ledger.tree import EMPTY_ROOT
from ledger.upgrading import Progress, bring_up_to_date


class Opened(NamedTuple):
    database: Database
    engine: sa.Engine


def database_at(url: str, timeout: float) -> Database:
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as error:
        raise UnsupportedDatabaseError(database=url) from error
    if parsed.drivername == "sqlite":
        return SqliteDatabase(parsed, timeout)
    if parsed.drivername in {"postgresql", "postgresql+psycopg"}:
        from ledger.postgres import PostgresDatabase  # noqa: PLC0415 -- its driver takes long to read in

        return PostgresDatabase(parsed.set(drivername="postgresql+psycopg"), timeout)
    raise UnsupportedDatabaseError(database=parsed.render_as_string(hide_password=True))


def initialise_at(url: str, *, simulated: bool, timeout: float) -> Opened:
    """Raises AlreadyInitialisedError, NotOurDatabaseError, DatabaseEncodingError or one of the errors of `open_at`.

    Of two who do so at once the second finds what the first has made.
    """
    database = database_at(url, timeout)
    with _opened(database, database.engine(create=True)) as opened:
        with opened.engine.execution_options(write=True).begin() as connection:
            database.alone(connection)
            if not _is_unopened(database, connection, simulated=simulated):
                _create(database, connection, simulated=simulated)
        with opened.engine.connect() as connection:
            database.settle(connection)
    return opened


def open_at(
    url: str, *, timeout: float, upgrade: bool = True, progress: Progress | None = None
) -> Opened:
    """A log of an older schema is brought to today's first, or refused if it is not to be written.

    Raises NotInitialisedError, NotOurDatabaseError, NewerDatabaseError, OutdatedDatabaseError,
    DatabaseLockedError, DatabaseUnreachableError, UnsupportedDatabaseError or UnsafeSqliteError.
    """
    database = database_at(url, timeout)
    with _opened(database, database.engine()) as opened:
        with opened.engine.connect() as connection:
            found = _check(database, connection)
            connection.rollback()
            database.settle(connection)
        if found < schema.VERSION and not upgrade:
            raise OutdatedDatabaseError(database.name, found=found, known=schema.VERSION)
        if found < schema.VERSION:
            bring_up_to_date(*opened, progress)
    return opened


def _is_unopened(database: Database, connection: sa.Connection, *, simulated: bool) -> bool:
    """Whether an empty log of this kind was made here, by an `init` that did not end; it may be used."""
    if not sa.inspect(connection).get_table_names():
        return False
    _check(database, connection)
    columns = (schema.head.c.position, schema.head.c.simulated)
    head = connection.execute(sa.select(*columns).where(schema.head.c.name == "log")).one()
    if tuple(head) != (0, int(simulated)):
        raise AlreadyInitialisedError(database.name)
    return True


def _check(database: Database, connection: sa.Connection) -> int:
    """The version of its schema."""
    tables = set(sa.inspect(connection).get_table_names())
    if not tables:
        raise NotInitialisedError(database.name)
    if not {"meta", "head", "event"} <= tables:
        raise NotOurDatabaseError(database.name)
    try:
        rows = connection.exec_driver_sql("SELECT name, value FROM meta").all()
    except (sa.exc.ProgrammingError, sa.exc.OperationalError) as error:
        if database.translated(error) is not None:
            raise
        raise NotOurDatabaseError(database.name) from error
    known = {str(name): str(value) for name, value in rows}
    if known.get("application") != schema.APPLICATION:
        raise NotOurDatabaseError(database.name)
    if not known.get("schema", "").isdecimal():
        raise DatabaseDamagedError(database.name)
    found = int(known["schema"])
    if found > schema.VERSION:
        raise NewerDatabaseError(database.name, found=known["schema"], known=schema.VERSION)
    return found


def _create(database: Database, connection: sa.Connection, *, simulated: bool) -> None:
    schema.metadata.create_all(connection, checkfirst=False)
    database.guard(connection)
    connection.execute(
        schema.meta.insert(),
        [
            {"name": "application", "value": schema.APPLICATION},
            {"name": "schema", "value": str(schema.VERSION)},
        ],
    )
    connection.execute(
        schema.head.insert().values(
            name="log",
            position=0,
            recorded_at="",
            root=EMPTY_ROOT,
            frontier=b"",
            simulated=int(simulated),
        )
    )


@contextmanager
def _opened(database: Database, engine: sa.Engine) -> Iterator[Opened]:
    with database.told():
        try:
            yield Opened(database, engine)
        except BaseException:
            engine.dispose()
            raise
