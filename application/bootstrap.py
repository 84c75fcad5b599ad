"""Builds a System: opens or makes a log, the library's application over it, the read models."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid4, uuid5

from application.commands.withheld_texts import Sealer
from application.running.system import HERE, System
from domain.events import ALL
from domain.events.person import MandateGiven, PersonRegistered
from domain.events.round import LogOpened
from domain.streams import LOG, person_stream
from ledger.codec import Codec
from ledger.commit import Commit
from ledger.entry import Happened
from ledger.ledger import Ledger
from ledger.library.application import LedgerApplication
from projections.engine import inline, prepare

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.events.base import Event
    from projections.machinery.rebuilding import Progress

CODEC = Codec(ALL)
REGISTRAR = "log/registrar"
"""The organ that sets up: units, persons, mandates, programmes, rounds (docs/log.md)."""


def now() -> datetime:
    """The edge's clock: UTC."""
    return datetime.now(UTC)


def open_system(
    url: str, clock: Callable[[], datetime] = now, progress: Progress | None = None
) -> System:
    """Open the log at a database URL; raises the ledger's errors, having changed nothing.

    Read models that an older version built are built anew, which takes time on a long log:
    `progress(done, of)`.
    """
    return _system(Ledger.open(url, clock=clock), clock, progress)


def initialise(
    url: str,
    *,
    by: str,
    simulated: bool = False,
    at: datetime | None = None,
    clock: Callable[[], datetime] = now,
) -> System:
    """Make a new log at a database URL, opened by a person who becomes its registrar.

    `at` is the instant of opening of a simulated log. Raises the ledger's errors.
    """
    system = _system(Ledger.initialise(url, simulated=simulated, clock=clock), clock)
    _open_log(system, by, at)
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
    )


def _open_log(system: System, by: str, at: datetime | None) -> None:
    recorded_at = system.now(at)
    command_id = _opening_id(system, by, recorded_at)
    sealer = Sealer(command_id if system.simulated else "")
    reason = sealer.text("Mở sổ / The log is opened")
    on = recorded_at.astimezone(HERE).date().isoformat()

    def happened(stream: str, version: int, event: Event) -> Happened:
        return Happened(
            originator_id=stream,
            originator_version=version,
            event=sealer.seal(event),
            effective_on=on,
            actor=by,
            signed_by=by,
            organ=REGISTRAR,
            authority=LOG,
            reason=reason,
            command_id=command_id,
        )

    person = person_stream(by)
    mandate = MandateGiven(mandate="registrar", organ=REGISTRAR, power="set_up", post="registrar")
    events = [
        happened(LOG, 1, LogOpened(simulated=system.simulated)),
        happened(person, 1, PersonRegistered(person=by, name=by)),
        happened(person, 2, mandate),
    ]
    system.app.append(
        events,
        commit=Commit(
            command_id=command_id,
            command_digest="init",
            expected={LOG: -1, person: -1},
            texts=sealer.texts,
            recorded_at=recorded_at.isoformat() if system.simulated else None,
        ),
        then=inline,
    )


def _opening_id(system: System, by: str, at: datetime) -> str:
    """A rehearsal that is opened again by the same person at the same time is the same log."""
    return str(uuid5(NAMESPACE_OID, f"{by}|{at.isoformat()}") if system.simulated else uuid4())
