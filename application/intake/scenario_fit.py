"""Whether a scenario suits the log it is meant for: times of recording belong to a rehearsal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from application.intake.scenario import instants_of
from domain.refusals import RefusedError, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from application.running.system import System


def refuse_unfit(system: System, paths: list[Path]) -> None:
    """Refuse, before its first line, a rehearsal for a real log, or one that begins before its log.

    What is recorded can never be taken out again. Raises OSError when a file cannot be read.
    """
    for path in paths:
        instants = instants_of(path)
        if instants and not system.simulated:
            raise RefusedError([refusal("times_in_real_log", file=path.name)])
        opened_at = _opened_at(system)
        if instants and instants[0] < opened_at:
            raise RefusedError(
                [
                    refusal(
                        "scenario_before_opening",
                        file=path.name,
                        at=instants[0],
                        opened_at=opened_at,
                    )
                ]
            )


def _opened_at(system: System) -> datetime:
    first = next(iter(system.ledger.read(upto=1)))[0]
    return datetime.fromisoformat(first.recorded_at)
