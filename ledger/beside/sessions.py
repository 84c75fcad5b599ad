"""Sessions and invitations as they are kept, each found by the hash of what its owner holds."""

from typing import NamedTuple

import sqlalchemy as sa

from ledger.beside.tables import invitation, session
from ledger.ledger import Ledger


class Session(NamedTuple):
    """A browser in which somebody came in; `ended_at` is empty while it holds. Instants are ISO, UTC."""

    hash: str
    account: str
    made_at: str
    seen_at: str
    ends_at: str
    browser: str
    ended_at: str


class Invitation(NamedTuple):
    """A link that is good once: to make an account for a person (none: an administrator), or to recover one."""

    hash: str
    person: str
    account: str
    made_by: str
    made_at: str
    ends_at: str
    used_at: str


_SESSION = tuple(session.c[name] for name in Session._fields)
_INVITATION = tuple(invitation.c[name] for name in Invitation._fields)


def begin(ledger: Ledger, made: Session) -> None:
    with ledger.transaction() as connection:
        connection.execute(session.insert(), made._asdict())


def session_of(ledger: Ledger, hash_: str) -> Session | None:
    with ledger.connection() as connection:
        row = connection.execute(sa.select(*_SESSION).where(session.c.hash == hash_)).first()
    return Session._make(row) if row else None


def sessions_of(ledger: Ledger, account: str) -> list[Session]:
    """The sessions of an account that were not ended, the newest first."""
    query = (
        sa.select(*_SESSION)
        .where(session.c.account == account, session.c.ended_at == "")
        .order_by(session.c.seen_at.desc())
    )
    with ledger.connection() as connection:
        return [Session._make(row) for row in connection.execute(query).all()]


def seen(ledger: Ledger, hash_: str, at: str) -> None:
    with ledger.transaction() as connection:
        connection.execute(session.update().where(session.c.hash == hash_), {"seen_at": at})


def end(ledger: Ledger, at: str, *, account: str, hash_: str = "", but: str = "") -> None:
    """End a session of an account, or all of them `but` one."""
    ended = session.update().where(session.c.account == account, session.c.ended_at == "")
    if hash_:
        ended = ended.where(session.c.hash == hash_)
    if but:
        ended = ended.where(session.c.hash != but)
    with ledger.transaction() as connection:
        connection.execute(ended, {"ended_at": at})


def invite(ledger: Ledger, made: Invitation) -> None:
    """Keep an invitation; an older one for the same is no longer good."""
    alike = sa.and_(
        invitation.c.person == made.person,
        invitation.c.account == made.account,
        invitation.c.used_at == "",
    )
    with ledger.transaction() as connection:
        connection.execute(invitation.update().where(alike), {"used_at": made.made_at})
        connection.execute(invitation.insert(), made._asdict())


def invitation_of(ledger: Ledger, hash_: str) -> Invitation | None:
    query = sa.select(*_INVITATION).where(invitation.c.hash == hash_)
    with ledger.connection() as connection:
        row = connection.execute(query).first()
    return Invitation._make(row) if row else None


def invitations_open(ledger: Ledger, at: str) -> list[Invitation]:
    """Those that nobody used and that are still good at an instant, the newest first."""
    still_good = sa.and_(invitation.c.used_at == "", invitation.c.ends_at >= at)
    query = sa.select(*_INVITATION).where(still_good).order_by(invitation.c.made_at.desc())
    with ledger.connection() as connection:
        return [Invitation._make(row) for row in connection.execute(query).all()]


def use(ledger: Ledger, hash_: str, at: str) -> bool:
    """Whether an invitation was still good: of two who use it at once one is told no."""
    unused = sa.and_(invitation.c.hash == hash_, invitation.c.used_at == "")
    with ledger.transaction() as connection:
        return connection.execute(invitation.update().where(unused), {"used_at": at}).rowcount == 1
