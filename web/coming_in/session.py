"""The session that a request belongs to: begun, found, kept alive, ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ledger.beside import accounts, sessions
from ledger.beside.sessions import Session
from web.coming_in.secrets_held import fresh, kept
from web.desk import IDLE, SESSION_LASTS

if TYPE_CHECKING:
    from ledger.beside.accounts import Account
    from web.desk import Desk

NOTED_EVERY = timedelta(minutes=5)
"""How often it is written down that a session is alive."""
_BROWSER = 200


class Present(NamedTuple):
    """Who is here, by which session; `secret` is what their browser holds."""

    account: Account
    session: Session
    secret: str


def begin(desk: Desk, account: Account, browser: str) -> str:
    """A new session of an account; its secret."""
    secret = fresh()
    made = Session(
        kept(secret), account.id, desk.instant(), desk.instant(), desk.instant(SESSION_LASTS),
        browser[:_BROWSER], "",
    )  # fmt: skip
    sessions.begin(desk.ledger, made)
    return secret


def present(desk: Desk, secret: str) -> Present | None:
    """Who holds the secret of a session that still holds; None for anybody else."""
    held = sessions.session_of(desk.ledger, kept(secret)) if secret else None
    if held is None or not still_holds(held, desk.now()):
        return None
    account = accounts.find(desk.ledger, id=held.account)
    if account is None or account.closed_at:
        return None
    if desk.now() - datetime.fromisoformat(held.seen_at) > NOTED_EVERY:
        sessions.seen(desk.ledger, held.hash, desk.instant())
    return Present(account, held, secret)


def still_holds(held: Session, now: datetime) -> bool:
    """Whether a session was not ended, is not at its end and has not stood still for too long."""
    idle = now - datetime.fromisoformat(held.seen_at) > IDLE
    return not (held.ended_at or idle or datetime.fromisoformat(held.ends_at) < now)
