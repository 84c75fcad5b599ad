"""Making a log and opening it: its first command, by whoever becomes its registrar."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid4, uuid5

from application.commands.handle import handle
from application.commands.request import Request
from application.running.bootstrap import made_system, now
from domain.authority.acting import REGISTRAR
from domain.ids import written_once
from domain.person.decide import unusable_id
from domain.refusal import refuse_if_any
from words.language import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from application.running.system import System
    from words.language import Language


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
    system = made_system(url, simulated=simulated, clock=clock)
    try:
        handle(system, _opening(system, by, at, say("log.opening", language)))
    except BaseException:
        system.close()
        raise
    return system


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
