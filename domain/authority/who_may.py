"""Whether the persons of a command may do what it says: signer, actor, organ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.authority.acting import acting_authority, recording_authority
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from domain.commands import Command
    from domain.world import World


def acting_for(
    command: Command, organs: Sequence[str], held: Collection[str]
) -> tuple[Command, list[Refusal]]:
    """Fill in the one organ, of those that may, that the signer may act for; refuse when several are `held`.

    Where they may act for none, the first organ is named, so that the refusal says whose step it is.
    A command that names its organ stays as it is.
    """
    if command.organ:
        return command, []
    if len(held) > 1:
        return command, [
            refusal(
                "organ_unclear",
                person=kinds.person(command.signed_by),
                organs=kinds.many("organ", held),
            )
        ]
    return replace(command, organ=next(iter(held or organs), "")), []


def who_may(command: Command, organs: Collection[str], world: World) -> tuple[str, list[Refusal]]:
    """Answer the authority the signer acts by, and every reason why these persons may not.

    `signed_by` needs a mandate of the organ on the effective date; `actor` needs a recording
    mandate on the day of recording; the organ must be one of those that may take the step.
    """
    on, verb = command.effective_on, command.verb
    if not command.organ and not organs:
        return "", [
            refusal(
                "organ_missing",
                person=kinds.person(command.signed_by),
                verb=kinds.verb(verb),
                on=on,
            )
        ]
    reasons = _organ_refusals(command, organs)
    authority = acting_authority(command.signed_by, command.organ, on, verb, world)
    if authority is None:
        reasons.append(
            refusal(
                "no_mandate",
                person=kinds.person(command.signed_by),
                organ=kinds.organ(command.organ),
                on=on,
            )
        )
    if command.organ and not _may_enter(command, world):
        reasons.append(
            refusal(
                "no_recording_mandate",
                person=kinds.person(command.actor),
                organ=kinds.organ(command.organ),
                on=world.today,
            )
        )
    return authority or "", reasons


def _organ_refusals(command: Command, organs: Collection[str]) -> list[Refusal]:
    if command.organ in organs:
        return []
    return [
        refusal(
            "organ_not_competent",
            organ=kinds.organ(command.organ),
            verb=kinds.verb(command.verb),
            competent=kinds.many("organ", organs),
        )
    ]


def _may_enter(command: Command, world: World) -> bool:
    return (
        recording_authority(command.actor, command.organ, world.today, command.verb, world)
        is not None
    )
