"""Accounts, invitations and what became of accounts, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.beside import accounts, sessions
from web.coming_in.accounts import is_locked

if TYPE_CHECKING:
    from ledger.beside.accounts import Account
    from web.asked import Asked


class AccountRow(NamedTuple):
    """An account in words; `id` is what its buttons are about."""

    id: str
    name: str
    person: str
    state: str
    second_factor: str
    is_closed: bool


class ChangeRow(NamedTuple):
    """What became of an account: when, whose, what, by whom."""

    at: str
    account: str
    what: str
    by: str


def account_rows(asked: Asked) -> list[AccountRow]:
    """Every account, by name."""
    return [_account(asked, each) for each in accounts.listed(asked.desk.ledger)]


def _account(asked: Asked, account: Account) -> AccountRow:
    return AccountRow(
        account.id,
        account.name,
        whose(asked, account),
        _state(asked, account),
        asked.spoken.value(bool(account.secret), "yes_no"),
        bool(account.closed_at),
    )


def whose(asked: Asked, account: Account) -> str:
    """The person whose an account is, or that it runs the machine."""
    own = asked.spoken.value(account.person, "person")
    return own or asked.spoken.words("web.runs_the_machine")


def _state(asked: Asked, account: Account) -> str:
    spoken = asked.spoken
    if account.closed_at:
        return spoken.words("web.account_is_closed", at=spoken.value(account.closed_at, "instant"))
    if is_locked(account, asked.desk.now()):
        until = spoken.value(account.locked_until, "instant")
        return spoken.words("web.account_is_locked", until=until)
    return spoken.words("web.account_is_open")


def invitation_rows(asked: Asked) -> list[tuple[str, str]]:
    """For whom there is a link that nobody used yet, and until when it is good."""
    spoken, desk = asked.spoken, asked.desk
    named = {each.id: each for each in accounts.listed(desk.ledger)}
    return [
        (
            whose(asked, named[each.account])
            if each.account in named
            else spoken.value(each.person, "person") or spoken.words("web.runs_the_machine"),
            spoken.value(each.ends_at, "instant"),
        )
        for each in sessions.invitations_open(desk.ledger, desk.instant())
    ]


def change_rows(asked: Asked) -> list[ChangeRow]:
    """The newest things that became of accounts; what the machine did by itself is said to be its own."""
    spoken = asked.spoken
    named = {each.id: each for each in accounts.listed(asked.desk.ledger)}

    def by_name(account: str) -> str:
        found = named.get(account)
        return f"{found.name} ({whose(asked, found)})" if found else spoken.words("web.by_machine")

    return [
        ChangeRow(
            spoken.value(each.at, "instant"),
            by_name(each.account),
            spoken.words(f"account_change.{each.what}"),
            by_name(each.by),
        )
        for each in accounts.changes(asked.desk.ledger)
    ]
