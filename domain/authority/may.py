"""Who may: the one kind of answer about a person, on a case (`domain.case.may`) and on facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.authority.acting import authorities
from domain.authority.permission import organs_permitted

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.world import World


class May(NamedTuple):
    """The organs that may give a command; of these `held` are those a person acts for, each with its authority.

    Where it depends on the data whether an organ of theirs is the one, `depends_on` names the field; else it is empty.
    """

    competent: list[str]
    held: dict[str, str]
    depends_on: str = ""


def may_on_facts(command: Command, world: World) -> May:
    """Answer for which organs the signer may give a command on a unit, person, round, year, programme or the log.

    No programme regulates it and no stage: who may follows from the command itself, so nothing is left to depend on.
    """
    organs = list(dict.fromkeys(organs_permitted(command, world)))
    on, verb = command.effective_on, command.verb
    return May(organs, authorities(command.signed_by, organs, on, verb, world))
