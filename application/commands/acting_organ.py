"""The organ a person acts for, found where it is clear and asked for where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.authority.acting import acting_authority
from domain.authority.permission import organs_permitted
from domain.case.decide import organs_for_command
from domain.refusals import RefusedError, refusal

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.catalogue import Verb
    from domain.commands import Command


def organ_for(verb: Verb, command: Command, world: LedgerWorld) -> Command:
    """Fill in the one organ that the signer may take this step for; refuse when there are several.

    Where he may for none, the first permitted organ is named, so that the refusal says whose step
    it is.
    """
    permitted = _permitted(verb, command, world)
    his = [organ for organ in permitted if _may(command, organ, world)]
    if len(his) > 1:
        raise RefusedError(
            [refusal("organ_unclear", person=command.signed_by, organs=", ".join(his))]
        )
    organ = next(iter(his or permitted), "")
    return replace(command, organ=organ)


def _permitted(verb: Verb, command: Command, world: LedgerWorld) -> list[str]:
    if verb.stream == "case":
        found = organs_for_command(world.case(command.stream), command, world)
    else:
        found = organs_permitted(command, world)
    return list(dict.fromkeys(found))


def _may(command: Command, organ: str, world: LedgerWorld) -> bool:
    authority = acting_authority(
        command.signed_by, organ, command.effective_on, command.verb, world
    )
    return authority is not None
