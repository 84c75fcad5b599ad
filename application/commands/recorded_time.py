"""Whether a command was recorded at the time that was asked for; where it was not, that is told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from application.running.system import local
from domain.refusal import Refusal, refusal
from ledger.instants import instant_text

if TYPE_CHECKING:
    from application.commands.request import Request
    from application.running.system import System

MOVED = "recorded_at_another_time"
"""The code of what is told where a simulated log went on from its last entry."""


def recorded_otherwise(system: System, request: Request, recorded_at: str) -> list[Refusal]:
    """What to tell of a time of recording that is not the one asked for: a real log takes its own.

    A simulated log takes no time before that of its last entry.
    """
    if request.at is None:
        return []
    asked = local(request.at)
    if instant_text(asked) == recorded_at:
        return []
    recorded = datetime.fromisoformat(recorded_at)
    if system.simulated:
        return [refusal("recorded_at_another_time", about="at", asked=asked, recorded=recorded)]
    return [refusal("recorded_by_the_clock", about="at", asked=asked, recorded=recorded)]
