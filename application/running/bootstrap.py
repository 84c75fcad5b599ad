"""Builds a System: opens or makes a log, the library's application over it, the read models."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from application.running.system import System
from ledger.ledger import Ledger
from ledger.library.application import LedgerApplication
from projections.engine import prepare
from projections.machinery.codec import CODEC

if TYPE_CHECKING:
    from collections.abc import Callable

    from projections.machinery.rebuilding import Progress


def now() -> datetime:
    """The edge's clock: UTC."""
    return datetime.now(UTC)


def open_system(
    url: str, clock: Callable[[], datetime] = now, progress: Progress | None = None
) -> System:
    """Open the log at a database URL; raises the ledger's errors, having changed nothing.

    A log that an older version kept is brought to today's form, read models that it built are built
    anew, which takes time on a long log: `progress(done, of)`.
    """
    return _system(Ledger.open(url, clock=clock, progress=progress), clock, progress)


def made_system(url: str, *, simulated: bool, clock: Callable[[], datetime] = now) -> System:
    """Make a log at a database URL, in which nothing has happened; raises the ledger's errors."""
    return _system(Ledger.initialise(url, simulated=simulated, clock=clock), clock)


def _system(
    ledger: Ledger, clock: Callable[[], datetime], progress: Progress | None = None
) -> System:
    prepare(ledger, progress)
    return System(
        ledger=ledger,
        app=LedgerApplication(ledger, CODEC),
        clock=clock,
        simulated=ledger.head().simulated,
    )
