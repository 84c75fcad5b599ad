"""What somebody with the database's own password can do: take the guards away and change what is kept."""

from __future__ import annotations

from ledger.ledger import Ledger


def tamper(ledger: Ledger, *statements: str, guards: bool = False) -> None:
    """Run statements with the triggers dropped; `guards` puts them back afterwards."""
    with ledger.transaction() as connection:
        ledger.database.unguard(connection)
        for statement in statements:
            connection.exec_driver_sql(statement)
        if guards:
            ledger.database.guard(connection)
