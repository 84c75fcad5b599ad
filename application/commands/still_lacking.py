"""What a case still lacks after its dossier was handed in: said at once, though a later command is refused for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.decide import situate
from domain.case.lacking import lacking
from domain.events.details import Dossier

if TYPE_CHECKING:
    from application.commands.follow_ups import Change
    from application.running.world import LedgerWorld
    from domain.refusal import Refusal


def hands_in(change: Change) -> bool:
    """Whether the change hands a dossier in, or more of it."""
    return isinstance(getattr(change.event, "details", None), Dossier)


def still_lacking(change: Change, world: LedgerWorld) -> list[Refusal]:
    """What the case of a change that hands in still lacks, in a world that has seen the change."""
    if not hands_in(change):
        return []
    after = situate(world.case(change.stream), change.command, world).asking("")
    return [lack.reason for lack in lacking(after)]
