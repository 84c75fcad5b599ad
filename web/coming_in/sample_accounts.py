"""Accounts of the made-up people of a simulated log, so that somebody can look at the pages in every role."""

from __future__ import annotations

import secrets
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from application.questions.cases import world_of
from application.questions.persons import persons
from domain.refusal import RefusedError, refusal
from domain.streams import split_organ
from ledger.beside import accounts as kept
from ledger.beside.opening import make_ready
from web.coming_in import accounts
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from application.running.world import LedgerWorld
    from web.desk import Desk

COLUMNS = (
    Column("account", "code"), Column("person", "person"), Column("organ", "organ"),
)  # fmt: skip
"""What people see of sign-ins, in order."""
MACHINE = "may-chu"
"""The name of the account that runs the machine."""
_LETTERS = "abcdefghkmnpqrstuvwxyz23456789"
_GROUPS, _EACH = 3, 4


class SignIn(NamedTuple):
    """An account, whose it is, and in which role it acts for which organ."""

    account: str
    role: str
    person: str
    organ: str


def fresh_password() -> str:
    """One that is read off a screen and typed: three groups of four, 58 bits of chance."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_EACH)) for _ in range(_GROUPS))


def sample_accounts(desk: Desk, password: str) -> list[SignIn]:
    """Make an account with one password for everybody who acts for an organ, and one that runs the machine.

    Answers one for each role, where the most roles work together first. Refuses a log that is not simulated.
    """
    if not desk.simulated:
        raise RefusedError([refusal("sign_ins_of_a_real_log")])
    make_ready(desk.ledger)
    acting = [(row.person, organ) for row in persons(desk.system) for organ in row.organs]
    for person in ["", *dict.fromkeys(person for person, _ in acting)]:
        _made(desk, person, password)
    return _one_per_role(acting, world_of(desk.system))


def _made(desk: Desk, person: str, password: str) -> None:
    name = person or MACHINE
    if kept.find(desk.ledger, name=accounts.name_kept(name)) is None:
        secret = accounts.invited(desk, by="", person=person)
        accounts.join(desk, secret, name, password, "")


def _one_per_role(acting: Iterable[tuple[str, str]], world: LedgerWorld) -> list[SignIn]:
    """Whoever acts in a role where the most roles are, so that those who are shown work together."""
    found = [SignIn(person, split_organ(organ)[1], person, organ) for person, organ in acting]
    tops = {each: _top(split_organ(each.organ)[0], world) for each in found}
    roles = Counter(top for top, _ in {(tops[each], each.role) for each in found})
    chosen: dict[str, SignIn] = {}
    for each in sorted(found, key=lambda each: -roles[tops[each]]):
        chosen.setdefault(each.role, each)
    return list(chosen.values())


def _top(unit: str, world: LedgerWorld) -> str:
    """The unit at the top of the tree that a unit stands in."""
    known = world.unit(unit)
    above = known.parent_on(world.today) if known else ""
    return _top(above, world) if above else unit
