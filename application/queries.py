"""Questions over the log and the read models, answered as plain rows for the screen, JSON and pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from application.allowed import steps_allowed
from application.bootstrap import CODEC
from application.reading import texts_in, unsealed
from application.waiting import Waiting, waiting
from application.world import LedgerWorld
from domain.events import case as c
from domain.refusals import RefusedError, refusal
from interim import history as told
from interim.engine import rows_known_at, rows_of
from interim.register import RegisterRow, recognitions
from interim.review_counts import TOPICS, counts
from interim.status import StatusRow

if TYPE_CHECKING:
    from application.system import System


def _rows(system: System, name: str, known_at: int | None) -> list[Any]:
    if known_at is None:
        return rows_of(system.ledger, name)
    return rows_known_at(system.ledger, name, system.ledger.commit_end(known_at))


def world_of(system: System, known_at: int | None = None) -> LedgerWorld:
    """The log's facts as known now, or at the end of the commit that a position is in."""
    upto = None if known_at is None else system.ledger.commit_end(known_at)
    memory = system.memory if upto is None else None
    return LedgerWorld(system.app, system.today(), upto=upto, memory=memory)


def cases(
    system: System,
    *,
    programme: str = "",
    period: str = "",
    stage: str = "",
    unit: str = "",
    known_at: int | None = None,
) -> list[dict[str, Any]]:
    """List cases as `cases list --json` prints them (design 8), by programme, period, unit, subject."""
    asked = {"programme": programme, "period": period, "stage": stage, "unit": unit}
    wanted = {name: value for name, value in asked.items() if value}
    world, names = world_of(system, known_at), _names(system, known_at)
    rows = [
        row
        for row in _rows(system, "status", known_at)
        if all(getattr(row, name) == value for name, value in wanted.items())
    ]
    rows.sort(key=lambda row: (row.programme, row.period, row.unit, row.subject))
    return [_shown(row, waiting(row, world), names, world.today) for row in rows]


def _names(system: System, known_at: int | None = None) -> dict[str, str]:
    return {row.code: row.name for row in _rows(system, "units", known_at)}


def _shown(row: StatusRow, waits: Waiting, names: dict[str, str], on: date) -> dict[str, Any]:
    return {
        "case": row.stream.removeprefix("case:"),
        "programme": row.programme,
        "programme_version": row.version,
        "subject": row.subject,
        "unit": row.unit,
        "unit_name": names.get(row.unit, ""),
        "period": row.period,
        "subject_kind": row.subject_kind,
        "stage": row.stage,
        "outcome": row.outcome,
        "claimed": row.claimed,
        "waiting_for": waits.roles,
        "since": row.since,
        "due_on": waits.due_on,
        "late": bool(row.late_steps) or (waits.due_on is not None and waits.due_on < on),
    }


def tasks(system: System, *, organ: str = "") -> list[dict[str, Any]]:
    """List who must act next on which case: role, commands, since when, due when, whether late."""
    world, names = world_of(system), _names(system)
    found: list[dict[str, Any]] = []
    for row in rows_of(system.ledger, "status"):
        waits = waiting(row, world)
        organs = waits.organs(world)
        if not waits.commands or (organ and organ not in organs):
            continue
        found.append(
            {
                "case": row.stream.removeprefix("case:"),
                "programme": row.programme,
                "unit_name": names.get(row.unit, ""),
                "role": waits.roles,
                "organs": organs,
                "commands": waits.commands,
                "since": row.since,
                "due_on": waits.due_on,
                "late": waits.due_on is not None and waits.due_on < world.today,
            }
        )
    return sorted(found, key=lambda task: (task["due_on"] or date.max, task["since"], task["case"]))


def register(system: System, *, known_at: int | None = None) -> list[dict[str, Any]]:
    """The register as `register --json` prints it, standing today."""
    rows: list[RegisterRow] = _rows(system, "register", known_at)
    return recognitions(rows, system.today())


def review(system: System, year: int, *, known_at: int | None = None) -> list[dict[str, Any]]:
    """The year's plain counts, folded from the log."""
    upto = None if known_at is None else system.ledger.commit_end(known_at)
    batches = system.ledger.read(0, upto, 5_000, TOPICS)
    return counts((row for rows in batches for row in rows), year)


def stream_named(case: str) -> str:
    return case if case.startswith("case:") else f"case:{case}"


def _recorded(system: System, case: str, known_at: int | None) -> tuple[list[Any], dict[str, Any]]:
    upto = None if known_at is None else system.ledger.commit_end(known_at)
    rows = system.ledger.stream(stream_named(case), upto)
    if not rows:
        raise RefusedError([refusal("no_such_case", case=case)])
    texts = texts_in(system.ledger, rows, CODEC)
    recorded = [(row, unsealed(CODEC.decode(row.topic, row.state), texts)) for row in rows]
    return recorded, texts


def history(
    system: System, case: str, *, known_at: int | None = None, language: str = "vi"
) -> list[dict[str, Any]]:
    """A case's history as `cases history --json` prints it; refuses an unknown case."""
    recorded, texts = _recorded(system, case, known_at)
    return told.history(recorded, lambda reason: texts.get(reason) or "–", language)


def blame(system: System, case: str, *, known_at: int | None = None) -> list[dict[str, Any]]:
    """Who set each field of a case now in force; refuses an unknown case."""
    recorded, texts = _recorded(system, case, known_at)
    return told.blame(recorded, lambda reason: texts.get(reason) or "–")


def case(
    system: System, name: str, *, known_at: int | None = None, language: str = "vi"
) -> dict[str, Any]:
    """One case: its line in the list, its sheets, its decision, its newest acts; refuses an unknown one."""
    recorded, texts = _recorded(system, name, known_at)
    stream = stream_named(name)
    row = next(r for r in _rows(system, "status", known_at) if r.stream == stream)
    world = world_of(system, known_at)
    shown = _shown(row, waiting(row, world), _names(system, known_at), world.today)
    newest = told.history(recorded, lambda reason: texts.get(reason) or "–", language)[-1]
    return {
        **shown,
        "workflow": row.workflow,
        "title": row.title,
        "suspended": bool(row.suspended),
        "late_steps": row.late_steps.split(),
        "totals": _totals(recorded),
        "version": recorded[-1][0].version,
        "latest": newest["sentence"],
    }


def _totals(recorded: list[Any]) -> dict[str, Any]:
    """The newest outcome of each sheet: total and whether it passes, side by side."""
    outcomes = {
        event.TOPIC: event.details.outcome
        for _, event in recorded
        if getattr(getattr(event, "details", None), "outcome", None) is not None
    }
    return {
        topic: {"total": outcome.total, "passes": outcome.passes, "level": outcome.level}
        for topic, outcome in outcomes.items()
    }


def position_before_revocation(system: System, case: str) -> int:
    """The position just before a case's revocation; refuses an unknown case."""
    recorded, _ = _recorded(system, case, None)
    revoked = next(row for row, event in recorded if isinstance(event, c.RecognitionRevoked))
    return int(revoked.position) - 1


def allowed(
    system: System, name: str, *, by: str, organ: str, on: date | None, language: str
) -> list[dict[str, Any]]:
    """What a person may do on a case now: each command, for which organ, or why not."""
    world = world_of(system)
    found = world.case(stream_named(name))
    if found is None:
        raise RefusedError([refusal("no_such_case", case=name)])
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
