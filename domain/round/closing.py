"""Closing a round: lock, reopen, seal; by an organ above its cases, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.resolve import superiors
from domain.refusal import Refusal, refusal
from domain.streams import round_tag
from words import kinds

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.programme.edition import Edition
    from domain.round.state import Round
    from domain.world import World


def lock_refusals(
    state: Round, command: Command, _edition: Edition | None, world: World
) -> list[Refusal]:
    """A round is locked once."""
    return [*while_locked(state, command), *_not_above(state, command, world)]


def reopen_refusals(
    state: Round, command: Command, _edition: Edition | None, world: World
) -> list[Refusal]:
    """Only a locked round is reopened."""
    reasons = (
        [] if state.locked else [refusal("round_not_locked", round=kinds.round_of(command.stream))]
    )
    return [*reasons, *_not_above(state, command, world)]


def seal_refusals(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    """A locked round is sealed once, with the digest of its review."""
    reasons = reopen_refusals(state, command, edition, world)
    if state.sealed:
        reasons.append(refusal("round_sealed", round=kinds.round_of(command.stream)))
    if not command.payload.digest:
        reasons.append(refusal("seal_without_review", round=kinds.round_of(command.stream)))
    return reasons


def while_locked(state: Round, command: Command) -> list[Refusal]:
    """A locked round takes nothing more until it is reopened."""
    return [refusal("round_locked", round=kinds.round_of(command.stream))] if state.locked else []


def _not_above(state: Round, command: Command, world: World) -> list[Refusal]:
    """A round is closed by an organ above one of its cases, not by one of some other tree."""
    unit = command.organ.rpartition("/")[0]
    streams = world.tagged(round_tag(state.programme, state.period))
    cases = (world.case(stream) for stream in streams)
    above = (superiors(world, case.unit, command.effective_on) for case in cases if case)
    if not unit or not streams or any(unit in units for units in above):
        return []
    return [
        refusal(
            "organ_not_above",
            organ=kinds.organ(command.organ),
            round=kinds.round_of(command.stream),
        )
    ]
