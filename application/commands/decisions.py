"""Which decision answers which stream."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from application.commands.acting_organ import acting_organ
from domain.case.decide import decide as decide_case
from domain.decided import Decided
from domain.person.decide import decide as decide_person
from domain.programme.published import decide_published
from domain.round.calendar import decide_log
from domain.round.decide import decide as decide_round
from domain.unit.decide import decide as decide_unit
from domain.unit_year.decide import decide as decide_unit_year

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.catalogue import StreamKind, Verb
    from domain.commands import Command

_DECISIONS: dict[StreamKind, Callable[[Any, Command, Any], Decided]] = {
    "case": decide_case,
    "unit": decide_unit,
    "person": decide_person,
    "programme": decide_published,
    "log": decide_log,
    "round": decide_round,
    "unit-year": decide_unit_year,
}


def decide(verb: Verb, command: Command, world: LedgerWorld) -> Decided:
    """Decide a command on the stream it names; raise RefusedError with every reason.

    A command without an organ is for the one that its signer may give it for.
    """
    if verb.stream != "case":
        command = acting_organ(command, world)
    return _DECISIONS[verb.stream](world.state(command.stream), command, world)
