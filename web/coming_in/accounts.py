"""What happens to accounts: made by invitation, come in with, locked for a while, closed, recovered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from domain.refusal import Refusal, RefusedError, refusal, refuse_if_any
from ledger.beside import accounts, sessions
from ledger.beside.accounts import Account, Change
from ledger.beside.sessions import Invitation
from web.coming_in.passwords import hashed, is_password, password_refusals
from web.coming_in.second_factor import step_of
from web.coming_in.secrets_held import fresh, kept
from words.folded import folded

if TYPE_CHECKING:
    from web.desk import Desk

TRIES, LOCKED = 5, timedelta(minutes=15)
INVITED = timedelta(days=7)
"""Wrong tries before an account is locked, and for how long; how long an invitation is good."""


def name_kept(typed: str) -> str:
    """The name of an account as it is kept: folded, so that nobody has to remember how it was written."""
    return folded(typed)


def come_in(desk: Desk, name: str, password: str, code: str) -> Account | None:
    """The account, if name, password and code are right; None whatever is wrong, or while it is locked."""
    found = accounts.find(desk.ledger, name=name_kept(name))
    is_right = is_password(found.password if found else "", password)
    if found is None or found.closed_at or is_locked(found, desk.now()):
        return None
    step = step_of(found.secret, code, desk.now(), found.used_step) if found.secret else 0
    if not is_right or step is None:
        wrong_try(desk, found)
        return None
    _right(desk, found, step)
    return found


def is_locked(found: Account, now: datetime) -> bool:
    return bool(found.locked_until) and datetime.fromisoformat(found.locked_until) > now


def wrong_try(desk: Desk, found: Account) -> None:
    failures = found.failures + 1
    if failures < TRIES:
        accounts.change(desk.ledger, Change(desk.instant(), found.id, "", ""), failures=failures)
        return
    locked = Change(desk.instant(), found.id, "", "locked")
    accounts.change(desk.ledger, locked, failures=0, locked_until=desk.instant(LOCKED))


def _right(desk: Desk, found: Account, step: int) -> None:
    if found.failures or step:
        used = max(step, found.used_step)
        noted = Change(desk.instant(), found.id, "", "")
        accounts.change(desk.ledger, noted, failures=0, locked_until="", used_step=used)


def invited(desk: Desk, *, by: str, person: str = "", account: str = "") -> str:
    """A new link's secret: to make an account for a person, or to set an account's password anew."""
    secret = fresh()
    made = Invitation(kept(secret), person, account, by, desk.instant(), desk.instant(INVITED), "")
    sessions.invite(desk.ledger, made)
    if account:
        accounts.change(desk.ledger, Change(desk.instant(), account, by, "recovering"))
    return secret


def invitation(desk: Desk, secret: str) -> Invitation:
    """An invitation that is still good; refuses any other, without a word on what it was."""
    found = sessions.invitation_of(desk.ledger, kept(secret))
    if found is None or found.used_at or found.ends_at < desk.instant():
        raise RefusedError([refusal("invitation_over")])
    return found


def join(desk: Desk, secret: str, name: str, password: str, language: str) -> Account:
    """Make the account of an invitation, or set its password anew; every session of an old one ends."""
    held = invitation(desk, secret)
    old = accounts.find(desk.ledger, id=held.account) if held.account else None
    own = old.name if old else name_kept(name)
    refuse_if_any([*_name_refusals(desk, own, old), *password_refusals(password, own)])
    if not sessions.use(desk.ledger, held.hash, desk.instant()):
        raise RefusedError([refusal("invitation_over")])
    return _recovered(desk, old, password) if old else _made(desk, held, own, password, language)


def _name_refusals(desk: Desk, name: str, old: Account | None) -> list[Refusal]:
    if old is not None:
        return []
    if not name:
        return [refusal("account_name_missing", about="name")]
    taken = accounts.find(desk.ledger, name=name)
    return [refusal("account_name_taken", about="name", name=name)] if taken else []


def _made(desk: Desk, held: Invitation, name: str, password: str, language: str) -> Account:
    made = Account(
        id=str(uuid4()), name=name, person=held.person, password=hashed(password), secret="",
        used_step=0, language=language, made_at=desk.instant(), failures=0, locked_until="", closed_at="",
    )  # fmt: skip
    if not accounts.add(desk.ledger, made, held.made_by):
        raise RefusedError([refusal("account_name_taken", about="name", name=name)])
    return made


def _recovered(desk: Desk, old: Account, password: str) -> Account:
    noted = Change(desk.instant(), old.id, old.id, "recovered")
    to: dict[str, Any] = {
        "password": hashed(password),
        "failures": 0,
        "locked_until": "",
        "secret": "",
        "used_step": 0,
    }
    accounts.change(desk.ledger, noted, **to)
    sessions.end(desk.ledger, desk.instant(), account=old.id)
    return old._replace(**to)
