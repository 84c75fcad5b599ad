"""Whether a scenario suits the log it is meant for: times of recording belong to a rehearsal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from application.intake.export import OPENED_BY_INIT
from application.intake.scenario import Line, instants_of, lines_of
from application.running.world import newest_world
from domain.authority.acting import REGISTRAR, acting_authority
from domain.catalogue import VERBS
from domain.events.person import MandateGiven
from domain.refusal import RefusedError, refusal
from words import kinds

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


def refuse_another_registrar(system: System, paths: list[Path]) -> None:
    """Refuse, before its first line, a scenario whose opener is not the registrar of this log.

    Its first line that only a registrar may give says who opened it; all of them would fail here.
    """
    path, line = next(
        ((path, line) for path in paths for line in lines_of(path) if _sets_up(line)), (None, None)
    )
    if path is None or line is None:
        return
    world, opener = newest_world(system), line.signed_by or line.by
    if acting_authority(opener, REGISTRAR, world.today, line.do, world) is None:
        raise RefusedError(
            [
                refusal(
                    "scenario_of_another_registrar",
                    file=path.name,
                    person=kinds.person(opener),
                    registrar=kinds.person(_registrar(system)),
                )
            ]
        )


def _sets_up(line: Line) -> bool:
    verb = VERBS.get(line.do)
    return verb is not None and verb.permission == "set_up" and line.expect == "done"


def _registrar(system: System) -> str:
    """Whom `init` made the registrar."""
    rows = (row for rows in system.ledger.read(upto=OPENED_BY_INIT) for row in rows)
    given = next(row for row in rows if row.topic == MandateGiven.TOPIC)
    return given.stream.removeprefix("person:")


def _opened_at(system: System) -> datetime:
    first = next(iter(system.ledger.read(upto=1)))[0]
    return datetime.fromisoformat(first.recorded_at)
