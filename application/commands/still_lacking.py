"""What is said at once of a change, though nothing refuses it: what a dossier lacks, whom a meeting leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.decide import situate
from domain.case.lacking import lacking
from domain.events.details import Dossier
from domain.events.unit_year import MeetingRecorded
from domain.unit_year.meetings import told_of_meeting

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


def tells(change: Change) -> bool:
    """Whether anything may have to be said of a change at once."""
    return isinstance(change.event, MeetingRecorded) or hands_in(change)


def told_at_once(change: Change, world: LedgerWorld) -> list[Refusal]:
    """What is said of a change at once, in a world that has seen it."""
    if isinstance(change.event, MeetingRecorded):
        return told_of_meeting(change.command, world)
    return still_lacking(change, world)
