"""Questions about cases, answered as plain rows for the screen, for JSON and for pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from application import reviewing
from application.allowed import steps_allowed
from application.world import LedgerWorld
from domain.events.case import RecognitionRevoked
from domain.refusals import RefusedError, refusal
from projections import blame as blamed
from projections import history as told
from projections import register as registered
from projections import status
from projections import tasks as waiting
from projections.engine import catch_up
from projections.known_at import cases_known_at, register_known_at

if TYPE_CHECKING:
    from application.system import System

Rows = list[dict[str, Any]]


def world_of(system: System, known_at: int | None = None) -> LedgerWorld:
    """The log's facts as known now, or at the end of the commit that a position is in."""
    upto = None if known_at is None else system.ledger.commit_end(known_at)
    memory = system.memory if upto is None else None
    return LedgerWorld(system.app, system.today(), upto=upto, memory=memory)


def cases(system: System, *, known_at: int | None = None, **named: str) -> Rows:
    """List cases as `cases list --json` prints them; `named` are programme, period,
    stage, unit, case."""
    if known_at is not None:
        return cases_known_at(system.ledger, known_at, on=system.today(), **named)
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return status.cases(connection, on=system.today(), **named)


def tasks(system: System, *, organ: str = "") -> Rows:
    """List who must act next on which case: since when, due when, whether late."""
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return waiting.tasks(connection, system.today(), organ=organ or None)


def register(system: System, *, known_at: int | None = None) -> Rows:
    """The register as `register --json` prints it, standing today."""
    if known_at is not None:
        return register_known_at(system.ledger, known_at, system.today())
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return registered.register(connection, system.today())


def review(system: System, year: int, *, known_at: int | None = None) -> Rows:
    """The year's plain counts, folded from the log; refuses a year without rounds."""
    question = reviewing.Question(year, known_at=known_at)
    return reviewing.review(system, question).table("counts").dicts()


def stream_named(case: str) -> str:
    """The stream of a case by its id, with or without `case:`."""
    return case if case.startswith("case:") else f"case:{case}"


def history(
    system: System, case: str, *, known_at: int | None = None, language: str = "vi"
) -> Rows:
    """A case's history as `cases history --json` prints it; refuses an unknown case."""
    upto = None if known_at is None else system.ledger.commit_end(known_at)
    entries = told.case_history(system.ledger, stream_named(case), upto=upto, language=language)
    return entries or _unknown(case)


def blame(system: System, case: str, *, known_at: int | None = None, language: str = "vi") -> Rows:
    """Who set each field of a case now in force; refuses an unknown case."""
    upto = None if known_at is None else system.ledger.commit_end(known_at)
    entries = blamed.case_blame(system.ledger, stream_named(case), upto=upto, language=language)
    return entries or _unknown(case)


def _unknown(case: str) -> Rows:
    raise RefusedError([refusal("no_such_case", case=case)])


def case(
    system: System, name: str, *, known_at: int | None = None, language: str = "vi"
) -> dict[str, Any]:
    """One case: its line in the list, what each sheet came to, its newest act; refuses an unknown one."""
    newest = history(system, name, known_at=known_at, language=language)[-1]
    found = world_of(system, known_at).case(stream_named(name))
    [line] = cases(system, known_at=known_at, case=stream_named(name).removeprefix("case:"))
    if found is None:
        raise RefusedError([refusal("no_such_case", case=name)])
    return {
        **line,
        "title": found.opened.title,
        "workflow": found.opened.workflow,
        "suspended": found.suspended,
        "outcomes": {
            act.event.TOPIC: {"total": o.total, "passes": o.passes, "level": o.level}
            for act in found.acts
            if (o := getattr(act.event.details, "outcome", None)) is not None
        },
        "version": found.version,
        "latest": newest["sentence"],
    }


def position_before_revocation(system: System, case: str) -> int:
    """The position just before a case was revoked; raises StopIteration when it was not."""
    rows = system.ledger.stream(stream_named(case))
    revoked = next(row for row in rows if row.topic == RecognitionRevoked.TOPIC)
    return revoked.position - 1


def allowed(
    system: System, name: str, *, by: str, organ: str, on: date | None, language: str
) -> Rows:
    """What a person may do on a case now: each command, for which organ, or why not."""
    world = world_of(system)
    found = world.case(stream_named(name))
    if found is None:
        return _unknown(name)
    day = on or world.today
    return [
        {
            "command": verb,
            "allowed": not reasons,
            "organ": organ_used,
            "reasons": [reason.sentence(language) for reason in reasons],
        }
        for verb, organ_used, reasons in steps_allowed(found, by, organ, day, world)
    ]
