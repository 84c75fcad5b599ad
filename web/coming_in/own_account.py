"""What somebody does with their own account: another password, the second factor turned on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.refusal import RefusedError, refusal, refuse_if_any
from ledger.beside import accounts, sessions
from ledger.beside.accounts import Change
from web.coming_in.accounts import is_locked, wrong_try
from web.coming_in.passwords import hashed, is_password, password_refusals
from web.coming_in.second_factor import is_secret, step_of

if TYPE_CHECKING:
    from ledger.beside.accounts import Account
    from web.coming_in.session import Present
    from web.desk import Desk


def change_password(desk: Desk, here: Present, old: str, new: str) -> None:
    """Another password, for which the old one is asked; every other session of the account ends."""
    prove(desk, here.account, old, about="old")
    refuse_if_any(password_refusals(new, here.account.name))
    _changed(desk, here.account, "password_changed", password=hashed(new))
    end_others(desk, here)


def end_others(desk: Desk, here: Present) -> None:
    """End every session of the account but this one."""
    sessions.end(desk.ledger, desk.instant(), account=here.account.id, but=here.session.hash)


def turn_on(desk: Desk, account: Account, secret: str, code: str) -> None:
    """Ask for codes of a secret from now on, once a code has shown that its owner's telephone has it."""
    if account.secret:
        raise RefusedError([refusal("second_factor_is_on")])
    step = step_of(secret, code, desk.now(), 0) if is_secret(secret) else None
    if step is None:
        raise RefusedError([refusal("code_wrong", about="code")])
    _changed(desk, account, "second_factor_on", secret=secret, used_step=step)


def turn_off(desk: Desk, account: Account, password: str) -> None:
    """Ask for no code any longer; the password is asked for."""
    prove(desk, account, password, about="password_now")
    _changed(desk, account, "second_factor_off", secret="", used_step=0)


def prove(desk: Desk, account: Account, password: str, *, about: str) -> None:
    """Refuse a password that is not that of the account; a wrong one counts as it does at the way in."""
    if is_locked(account, desk.now()):
        raise RefusedError([refusal("password_wrong", about=about)])
    if not is_password(account.password, password):
        wrong_try(desk, account)
        raise RefusedError([refusal("password_wrong", about=about)])


def _changed(desk: Desk, account: Account, what: str, **to: Any) -> None:
    accounts.change(desk.ledger, Change(desk.instant(), account.id, account.id, what), **to)
