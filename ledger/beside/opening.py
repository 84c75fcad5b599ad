"""Makes the tables beside the log where they are missing, and refuses those of a newer version."""

import sqlalchemy as sa

from ledger import schema
from ledger.beside import tables
from ledger.errors import NewerDatabaseError
from ledger.ledger import Ledger


def make_ready(ledger: Ledger) -> None:
    """Have the tables of this version in the database of an open log; raises NewerDatabaseError.

    Of two processes that start at once one makes them, and the other finds them made.
    """
    found = _found(ledger)
    if found > tables.VERSION:
        raise NewerDatabaseError(ledger.database.name, found=str(found), known=tables.VERSION)
    if found == tables.VERSION:
        return
    try:
        _make(ledger)
    except sa.exc.DBAPIError:
        if _found(ledger) != tables.VERSION:
            raise


def _make(ledger: Ledger) -> None:
    with ledger.transaction() as connection:
        tables.metadata.create_all(connection, checkfirst=True)
        connection.execute(
            schema.meta.insert(), {"name": tables.SCHEMA, "value": str(tables.VERSION)}
        )


def _found(ledger: Ledger) -> int:
    """The version of the tables that are there, 0 for none."""
    query = sa.select(schema.meta.c.value).where(schema.meta.c.name == tables.SCHEMA)
    with ledger.connection() as connection:
        value = connection.execute(query).scalar()
    return int(value) if value else 0
