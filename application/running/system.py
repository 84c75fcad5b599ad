"""What a running bontot is made of; built by `bootstrap`, passed as an argument."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from application.running.memory import Memory
from words.values import HOME

if TYPE_CHECKING:
    from ledger.ledger import Ledger
    from ledger.library.application import LedgerApplication

HERE = HOME
"""The offices' own time zone: a date without an offset is a date here (docs/time.md)."""


CLOCKS_DIFFER = timedelta(minutes=5)
"""By how much the clocks of two machines may differ without a word."""


def local(instant: datetime) -> datetime:
    """An instant; one without an offset is the offices' time."""
    return instant if instant.tzinfo else instant.replace(tzinfo=HERE)


@dataclass
class System:
    """An open log with its library application, the clock, and what is remembered of fact streams."""

    ledger: Ledger
    app: LedgerApplication
    clock: Callable[[], datetime]
    simulated: bool
    memory: Memory = field(default_factory=Memory)

    def now(self, asked: datetime | None = None) -> datetime:
        """The instant of recording, UTC; a simulated log takes the one asked for."""
        if self.simulated and asked is not None:
            return local(asked).astimezone(UTC)
        return self.clock()

    def today(self, asked: datetime | None = None) -> date:
        """The day of recording in the offices' time zone."""
        return self.now(asked).astimezone(HERE).date()

    def is_behind(self, recorded_at: str) -> bool:
        """Whether the clock is behind an instant that the log has: a clock once went ahead, and all is as of then.

        A rehearsal has the times that it is given.
        """
        if self.simulated or not recorded_at:
            return False
        return self.clock() + CLOCKS_DIFFER < datetime.fromisoformat(recorded_at)

    def close(self) -> None:
        self.ledger.close()
