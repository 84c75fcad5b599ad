"""Drafts as they are kept: what somebody typed into a form and has not sent yet."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from ledger.beside.tables import draft
from ledger.ledger import Ledger


class Draft(NamedTuple):
    """What was typed into the form of a command about a stream, as JSON; `saved_at` is ISO, UTC."""

    account: str
    about: str
    verb: str
    body: str
    saved_at: str


_COLUMNS = tuple(draft.c[name] for name in Draft._fields)


def save(ledger: Ledger, drafts: Sequence[Draft]) -> None:
    """Keep drafts in one transaction, each in the place of the one before it."""
    with ledger.transaction() as connection:
        for each in drafts:
            connection.execute(draft.delete().where(_same(each.account, each.about, each.verb)))
            connection.execute(draft.insert(), each._asdict())


def draft_of(ledger: Ledger, account: str, about: str, verb: str) -> Draft | None:
    query = sa.select(*_COLUMNS).where(_same(account, about, verb))
    with ledger.connection() as connection:
        row = connection.execute(query).first()
    return Draft._make(row) if row else None


def drafts_of(ledger: Ledger, account: str) -> list[Draft]:
    """The drafts of an account, the newest first."""
    query = sa.select(*_COLUMNS).where(draft.c.account == account).order_by(draft.c.saved_at.desc())
    with ledger.connection() as connection:
        return [Draft._make(row) for row in connection.execute(query).all()]


def drop(ledger: Ledger, account: str, about: str, verb: str) -> None:
    """Forget a draft, whose command was carried out or which its owner no longer wants."""
    with ledger.transaction() as connection:
        connection.execute(draft.delete().where(_same(account, about, verb)))


def _same(account: str, about: str, verb: str) -> sa.ColumnElement[bool]:
    return sa.and_(draft.c.account == account, draft.c.about == about, draft.c.verb == verb)
