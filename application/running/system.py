"""What a running bontot is made of; built by `bootstrap`, passed as an argument."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
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

    def now(self, asked: datetime | None = None, on: date | None = None) -> datetime:
        """The instant of recording, UTC: the clock's; of a simulated log the one asked for, or else its own time.

        Its own time is that of its newest event; it goes on to the day `on` of an act where that is later and past.
        """
        if not self.simulated:
            return self.clock()
        return local(asked).astimezone(UTC) if asked is not None else self._own_time(on)

    def _own_time(self, on: date | None) -> datetime:
        newest, now = self.ledger.head().recorded_at, self.clock()
        if not newest:
            return now
        reached = datetime.fromisoformat(newest)
        begins = datetime.combine(on, time.min, HERE) if on else reached
        return max(reached, begins if begins <= now else reached).astimezone(UTC)

    def today(self, asked: datetime | None = None, on: date | None = None) -> date:
        """The day of recording in the offices' time zone, which a simulated log says of itself."""
        return self.now(asked, on).astimezone(HERE).date()

    def is_behind(self, recorded_at: str) -> bool:
        """Whether the clock is behind an instant that the log has: a clock once went ahead, and all is as of then.

        A rehearsal has the times that it is given.
        """
        if self.simulated or not recorded_at:
            return False
        return self.clock() + CLOCKS_DIFFER < datetime.fromisoformat(recorded_at)

    def close(self) -> None:
        self.ledger.close()
