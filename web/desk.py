"""What the running web application is made of: the open log, how it is run, and two pools of threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from anyio import CapacityLimiter

from application.running.bootstrap import now
from words.language import Language

if TYPE_CHECKING:
    from application.running.system import System
    from ledger.ledger import Ledger

PAGES, COMMANDS = 6, 4
"""Threads: whoever waits for the writer never stops those who read."""
SESSION_LASTS = timedelta(hours=12)
IDLE = timedelta(hours=2)
"""How long a session holds, and how long it may stand still."""


@dataclass
class Desk:
    """An open system with what pages need beside it; `language` is that of somebody who has not chosen."""

    system: System
    language: Language = "vi"
    clock: Callable[[], datetime] = now
    commands: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(COMMANDS))

    @property
    def ledger(self) -> Ledger:
        return self.system.ledger

    @cached_property
    def simulated(self) -> bool:
        return self.system.simulated

    def now(self) -> datetime:
        """The machine's own clock, UTC: a simulated log has another time, a session has not."""
        return self.clock()

    def instant(self, after: timedelta = timedelta(0)) -> str:
        """Now, or that much later, as it is kept."""
        return (self.now() + after).isoformat(timespec="seconds")
