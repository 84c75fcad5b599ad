"""Evidence of a case that may be named: attached, and not taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.events import case as c

if TYPE_CHECKING:
    from domain.case.state import Case


def live_evidence(case: Case | None) -> set[str]:
    """Evidence ids attached and not withdrawn; none before there is a case."""
    live: set[str] = set()
    for act in case.acts if case else ():
        if act.topic == c.EvidenceAttached.TOPIC:
            live.add(act.event.details.evidence)
        elif act.topic == c.EvidenceWithdrawn.TOPIC:
            live.discard(act.event.details.evidence)
    return live
