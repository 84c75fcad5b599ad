"""Builds a System: opens or makes a log, the library's application over it, the read models."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid4, uuid5

from application.commands.corrections import as_stored
from application.commands.handle import handle
from application.commands.request import Request
from application.questions.sealing import sealed
from application.running.system import System
from domain.authority.acting import REGISTRAR
from domain.ids import written_once
from domain.person.decide import unusable_id
from domain.refusal import refuse_if_any
from ledger.ledger import Ledger
from ledger.library.application import LedgerApplication
from projections.engine import prepare
from projections.machinery.codec import CODEC
from words.language import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from application.running.system import Preparation
    from projections.machinery.rebuilding import Progress
    from words.language import Language

PREPARATIONS: Mapping[str, Preparation] = {"correct": as_stored, "seal-round": sealed}


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


def initialise(
    url: str,
    *,
    by: str,
    simulated: bool = False,
    at: datetime | None = None,
    clock: Callable[[], datetime] = now,
    language: Language = "vi",
) -> System:
    """Make a new log at a database URL, opened by a person who becomes its registrar.

    The reason that is kept for it is in the language. `at` is the instant of opening of a simulated
    log. Raises the ledger's errors, and RefusedError for an id that no person can have, having made nothing. A log that
    was made and then not opened, because the power failed in between, is opened by doing this again.
    """
    by = written_once(by)
    refuse_if_any(unusable_id(by))
    system = _system(Ledger.initialise(url, simulated=simulated, clock=clock), clock)
    try:
        handle(system, _opening(system, by, at, say("log.opening", language)))
    except BaseException:
        system.close()
        raise
    return system


def _system(
    ledger: Ledger, clock: Callable[[], datetime], progress: Progress | None = None
) -> System:
    prepare(ledger, progress)
    return System(
        ledger=ledger,
        app=LedgerApplication(ledger, CODEC),
        clock=clock,
        simulated=ledger.head().simulated,
        preparations=PREPARATIONS,
    )


def _opening(system: System, by: str, at: datetime | None, reason: str) -> Request:
    return Request(
        verb="open-log",
        actor=by,
        organ=REGISTRAR,
        reason=reason,
        command_id=_opening_id(system, by, system.now(at)),
        at=at,
    )


def _opening_id(system: System, by: str, at: datetime) -> str:
    """A rehearsal that is opened again by the same person at the same time is the same log."""
    return str(uuid5(NAMESPACE_OID, f"{by}|{at.isoformat()}") if system.simulated else uuid4())
