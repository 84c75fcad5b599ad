"""What somebody with the database's own password can do: take the guards away and change what is kept."""

from __future__ import annotations

import sqlalchemy as sa

from ledger.ledger import Ledger


def tamper(ledger: Ledger, *statements: str, guards: bool = False) -> None:
    """Run statements with the triggers dropped; `guards` puts them back afterwards."""
    with ledger.transaction() as connection:
        _drop_guards(connection)
        for statement in statements:
            connection.exec_driver_sql(statement)
        if guards:
            ledger.database.guard(connection)


def _drop_guards(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in names.all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    else:
        functions = connection.exec_driver_sql(
            "SELECT proname FROM pg_proc WHERE proname LIKE 'bontot%%'"
            " AND pronamespace = current_schema()::regnamespace"
        )
        for (name,) in functions.all():
            connection.exec_driver_sql(f"DROP FUNCTION {name} CASCADE")
