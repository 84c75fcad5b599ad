"""What whoever runs the machine does with accounts: invite, recover, close, open again; never what anybody typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.commands.typed_names import typed_person
from application.questions.cases import world_of
from domain.refusal import RefusedError, refusal
from ledger.beside import accounts, sessions
from ledger.beside.accounts import Change
from web.coming_in.accounts import invited
from words import kinds

if TYPE_CHECKING:
    from ledger.beside.accounts import Account
    from web.asked import Asked
    from web.desk import Desk


def invite_person(asked: Asked, typed: str) -> str:
    """The secret of a link for a person of the log, by name or id; refuses nobody, several, and who has an account."""
    person = typed_person(typed, world_of(asked.system), "person")
    if not person:
        raise RefusedError([refusal("account_person_missing", about="person")])
    if accounts.find(asked.desk.ledger, person=person):
        about = {"about": "person", "person": kinds.person(person)}
        raise RefusedError([refusal("account_there_already", **about)])
    return invited(asked.desk, by=asked.account.id, person=person)


def invite_administrator(asked: Asked) -> str:
    """The secret of a link for somebody else who runs the machine."""
    return invited(asked.desk, by=asked.account.id)


def recover(asked: Asked, account: str) -> str:
    """The secret of a link by which an account's owner sets a new password; a closed one is opened first."""
    found = account_named(asked.desk, account)
    if found.closed_at:
        raise RefusedError([refusal("account_closed", name=found.name)])
    return invited(asked.desk, by=asked.account.id, account=found.id)


def close(asked: Asked, account: str) -> None:
    """Let nobody in by an account any longer; the last one that runs the machine stays open."""
    desk, found = asked.desk, account_named(asked.desk, account)
    if found.closed_at:
        return
    if found.runs_the_machine and len(_open_administrators(desk)) == 1:
        raise RefusedError([refusal("account_last_administrator")])
    noted = Change(desk.instant(), found.id, asked.account.id, "closed")
    accounts.change(desk.ledger, noted, closed_at=desk.instant())
    sessions.end(desk.ledger, desk.instant(), account=found.id)


def open_again(asked: Asked, account: str) -> None:
    """Let its owner in again, with the password they had."""
    desk, found = asked.desk, account_named(asked.desk, account)
    if found.closed_at:
        noted = Change(desk.instant(), found.id, asked.account.id, "opened")
        accounts.change(desk.ledger, noted, closed_at="", failures=0, locked_until="")


def account_named(desk: Desk, account: str) -> Account:
    """The account with an id; refuses one that is none."""
    found = accounts.find(desk.ledger, id=account)
    if found is None:
        raise RefusedError([refusal("no_such_account")])
    return found


def _open_administrators(desk: Desk) -> list[Account]:
    every = accounts.listed(desk.ledger)
    return [each for each in every if each.runs_the_machine and not each.closed_at]
