"""Accounts as they are kept: one row each, and a row for whatever became of one."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from ledger.beside.tables import account, account_change
from ledger.ledger import Ledger


class Account(NamedTuple):
    """Who may come in. `person` is empty for an administrator; instants are ISO, UTC; empty is none.

    `secret` is that of the second factor, `used_step` the time step of its last code, `failures` the wrong
    tries since the last right one.
    """

    id: str
    name: str
    person: str
    password: str
    secret: str
    used_step: int
    language: str
    made_at: str
    failures: int
    locked_until: str
    closed_at: str

    @property
    def runs_the_machine(self) -> bool:
        """Whether it is an administrator's, who may act on no case."""
        return not self.person


class Change(NamedTuple):
    """What became of an account: `what` is a word of `account_change`, `by` an account, empty for the machine."""

    at: str
    account: str
    by: str
    what: str


_COLUMNS = tuple(account.c[name] for name in Account._fields)


def add(ledger: Ledger, made: Account, by: str) -> bool:
    """Keep a new account; False, and nothing is kept, where its name is taken."""
    try:
        with ledger.transaction() as connection:
            connection.execute(account.insert(), made._asdict())
            _note(connection, Change(made.made_at, made.id, by, "made"))
    except sa.exc.IntegrityError:
        return False
    return True


def find(ledger: Ledger, **by: str) -> Account | None:
    """The account with an `id`, a `name` or a `person`; None where there is none."""
    [(column, value)] = by.items()
    query = sa.select(*_COLUMNS).where(account.c[column] == value)
    with ledger.connection() as connection:
        row = connection.execute(query).first()
    return Account._make(row) if row else None


def listed(ledger: Ledger) -> list[Account]:
    """All accounts, by their names."""
    with ledger.connection() as connection:
        rows = connection.execute(sa.select(*_COLUMNS).order_by(account.c.name)).all()
    return [Account._make(row) for row in rows]


def change(ledger: Ledger, noted: Change, **to: Any) -> None:
    """Set columns of an account, and note what became of it; an empty `what` notes nothing."""
    with ledger.transaction() as connection:
        if to:
            connection.execute(account.update().where(account.c.id == noted.account), to)
        if noted.what:
            _note(connection, noted)


def changes(ledger: Ledger, of: str = "", most: int = 200) -> list[Change]:
    """The newest things that became of accounts, of one if it is named."""
    columns = [account_change.c[name] for name in Change._fields]
    query = sa.select(*columns).order_by(account_change.c.id.desc()).limit(most)
    if of:
        query = query.where(account_change.c.account == of)
    with ledger.connection() as connection:
        return [Change._make(row) for row in connection.execute(query).all()]


def _note(connection: sa.Connection, noted: Change) -> None:
    connection.execute(account_change.insert(), noted._asdict())
