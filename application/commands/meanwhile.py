"""A command that was made from an older version of its case: what came between, and whether it matters."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from application.running.system import HERE
from domain.case.sees import touched
from domain.catalogue import CASE
from domain.refusals import Refusal, RefusedError, refusal

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.case.state import Act, Case
    from domain.catalogue import Verb
    from domain.commands import Command

_VERB_OF = {verb.event.TOPIC: verb.verb for verb in CASE}


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
    verb = _VERB_OF.get(act.topic, act.topic)
    at = datetime.fromisoformat(act.recorded_at).astimezone(HERE)
    return refusal(
        "changed_meanwhile", verb=verb, by=act.signed_by, at=at.strftime("%d/%m/%Y %H:%M")
    )
