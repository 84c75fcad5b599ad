"""Decisions on facts of units, persons, rounds and years: the event with its authority, or every reason against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.may import may_on_facts
from domain.authority.who_may import who_may
from domain.decided import Decided
from domain.events.blank_texts import blank_refusals
from domain.events.papers import paper_refusals
from domain.refusal import Refusal, refusal, refuse_if_any
from domain.refusal_basis import OF_AUTHORITY, resting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.commands import Command
    from domain.events.base import Event
    from domain.world import World


def permitted(
    command: Command,
    world: World,
    against: list[Refusal],
    event: Event,
    basis: Sequence[str] = (),
) -> Decided:
    """Answer the event with its authority, or raise RefusedError with every reason.

    `basis` is what it rests on that the organs which may are these, where a programme says so.
    """
    authority, not_entitled = who_may(command, may_on_facts(command, world).competent, world)
    not_entitled = [
        resting(each, basis) if each.code in OF_AUTHORITY else each for each in not_entitled
    ]
    reasons = [*not_entitled, *_dates(command, world), *against, *blank_refusals(command.payload)]
    reasons.extend(paper_refusals(command.payload, world.today))
    if not command.reason.strip():
        reasons.append(refusal("reason_missing"))
    refuse_if_any(reasons)
    return Decided([event], authority, command.organ)


def _dates(command: Command, world: World) -> list[Refusal]:
    if command.effective_on <= world.today or command.verb in _MAY_BE_AHEAD:
        return []
    return [refusal("date_in_future", on=command.effective_on, today=world.today)]


_MAY_BE_AHEAD = {
    "give-mandate", "end-mandate", "delegate", "assign-follower", "dissolve-unit", "merge-unit",
    "split-unit", "move-unit", "rename-unit", "establish-organ", "abolish-organ",
}  # fmt: skip
"""Decisions about the organisation are often taken before the day they take effect."""
