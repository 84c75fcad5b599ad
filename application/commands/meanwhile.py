"""A command that was made from an older version of its case: what came between, and whether it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.sees import touched
from domain.refusal import Refusal, RefusedError, refusal
from words import kinds

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.case.state import Act, Case
    from domain.catalogue import Verb
    from domain.commands import Command


class Meanwhile:
    """The acts on a command's case after the version that its sender saw (None: they saw the newest)."""

    def __init__(self, verb: Verb, command: Command, world: LedgerWorld, seen: int | None) -> None:
        case: Case | None = world.case(command.stream) if verb.stream == "case" else None
        if case is None or seen is None or case.version <= seen:
            self._acts, self._touched = [], []
        else:
            self._acts = [act for act in case.acts if act.version > seen]
            self._touched = touched(case, command, verb.event.TOPIC, seen)

    def refuse_if_touched(self) -> None:
        """Refuse a command whose sender saw something else, with each act that changed it."""
        if self._touched:
            raise RefusedError([_told(act) for act in self._touched])

    def explained(self, refused: RefusedError) -> RefusedError:
        """The refusal of a command that others came before: what they did first, then the reasons."""
        return RefusedError([*(_told(act) for act in self._acts), *refused.refusals])


def _told(act: Act) -> Refusal:
    return refusal(
        "changed_meanwhile",
        act=kinds.of("event", act.topic),
        by=kinds.person(act.signed_by),
        at=kinds.instant(act.recorded_at),
    )
