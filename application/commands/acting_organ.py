"""The organ a person acts for in a command that no programme regulates, where it is clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.may import may_on_facts
from domain.authority.who_may import acting_for
from domain.refusal import refuse_if_any

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.commands import Command


def acting_organ(command: Command, world: LedgerWorld) -> Command:
    """Fill in the one organ that the signer may give this command for; refuse when there are several."""
    if command.organ:
        return command
    organs, held, _ = may_on_facts(command, world)
    command, unclear = acting_for(command, organs, held)
    refuse_if_any(unclear)
    return command
