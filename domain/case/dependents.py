"""What relied on a recognition: flagged for review when it is revoked, never changed by itself (D-33)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.events import details as d
from domain.events.case import DependentOutcomeFlagged
from domain.streams import reliance_tag

if TYPE_CHECKING:
    from domain.case.state import Case
    from domain.events.base import Event
    from domain.world import World


def flags_after_revocation(revoked: str, world: World) -> list[tuple[str, Event]]:
    """List a flag for each use of the revoked recognition in another case."""
    flags: list[tuple[str, Event]] = []
    for stream in world.tagged(reliance_tag(revoked)):
        case = world.case(stream) if stream.startswith("case:") and stream != revoked else None
        if case is not None:
            flags.extend((stream, flag) for flag in _flags(case, revoked))
    return flags


def _flags(case: Case, revoked: str) -> list[Event]:
    """One flag for each use, with the value it had the last time it was used."""
    uses = {
        reliance.use: reliance.value
        for act in case.acts
        for reliance in act.event.relied_on
        if reliance.stream == revoked
    }
    return [
        DependentOutcomeFlagged(
            step="flag-dependent",
            from_stage=case.stage,
            to_stage=case.stage,
            details=d.Flagging(revoked=revoked, use=use, value=value),
        )
        for use, value in sorted(uses.items())
    ]
