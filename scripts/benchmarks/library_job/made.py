"""The same log for the job as `scripts.benchmarks.generate` makes for ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from domain.catalogue import VERBS
from domain.events import case as c
from domain.events import person as p
from domain.events import round as r
from domain.events import unit as u
from scripts.benchmarks.generate import PARENT, Row, case_events, set_up
from scripts.benchmarks.library_job import rows
from scripts.benchmarks.library_job.aggregates import Case, Person, Round, Unit
from scripts.benchmarks.library_job.job import Recognition

CACHE = "-1"
"""The library keeps every aggregate it has loaded, and reads on from where it was."""
_MODULE = "scripts.benchmarks.library_job.recorders"
SET_UP, PLAYED = "2023-12-01", "2024-12-02"
BY = {
    "actor": "quan-tri", "signed_by": "quan-tri", "authority": "person:quan-tri@2", "reason": "ly do",
}  # fmt: skip
_VERBS = {verb.event.TOPIC: name for name, verb in VERBS.items()}


def on_sqlite(path: Path, cases: int, cache: str = CACHE) -> Recognition:
    """On a SQLite file of its own, with so many cases."""
    return _filled(
        {"SQLITE_DBNAME": str(path), "SQLITE_LOCK_TIMEOUT": "30"}, "JobOnSQLite", cases, cache
    )


def on_postgres(
    host: str, port: str, name: str, user: str, password: str, cases: int
) -> Recognition:
    """On a PostgreSQL database, by connections for one client, with so many new cases."""
    env = {
        "POSTGRES_DBNAME": name, "POSTGRES_HOST": host, "POSTGRES_PORT": port, "POSTGRES_USER": user,
        "POSTGRES_PASSWORD": password,
        "POSTGRES_POOL_SIZE": "1", "POSTGRES_MAX_OVERFLOW": "1",
    }  # fmt: skip
    return _filled(env, "JobOnPostgres", cases, CACHE)


def _filled(env: dict[str, str], factory: str, cases: int, cache: str) -> Recognition:
    settings = {"PERSISTENCE_MODULE": f"{_MODULE}:{factory}", "AGGREGATE_CACHE_MAXSIZE": cache}
    job = Recognition({**settings, **env})
    if cases:
        facts = _facts(cases)
        job.save(*facts)
        names = {each.code: each.name for each in facts if isinstance(each, Unit)}
        for at in range(cases):
            case = _case(list(case_events(at)))
            waiting = job.programme.waiting[case.stage]
            job.save(case, writes=rows.everything(case, waiting, names[case.opening["unit"]]))
    return job


def _facts(cases: int) -> list[Any]:
    """Units, persons with their mandates and the round, of the events that set ours up."""
    persons: dict[str, Person] = {}
    others: list[Any] = []
    for _, event in set_up(cases):
        match event:
            case u.UnitRegistered():
                others.append(Unit(event.code, event.name, event.kind, event.parent, event.organs))
            case p.PersonRegistered():
                persons[event.person] = Person(event.person)
                newest = persons[event.person]
            case p.MandateGiven():
                newest.give_mandate(event.organ, SET_UP)
            case r.RoundOpened():
                others.append(Round(event.programme, event.period, event.version))
    return [*others, *persons.values()]


def _case(events: list[Row]) -> Case:
    stream, opened = events[0]
    assert isinstance(opened, c.CaseOpened)  # noqa: S101 -- for the reader and the types
    opening = {
        name: getattr(opened, name)
        for name in ("programme", "version", "period", "subject", "subject_kind", "unit", "title", "workflow")
    }  # fmt: skip
    case = Case(stream, opening, PLAYED)
    for _, event in events[1:]:
        taken: Any = event
        case.take(
            verb=_VERBS[taken.TOPIC], step=taken.step, to_stage=taken.to_stage, on=PLAYED,
            organ=f"{PARENT}/party_committee", details=msgspec.to_builtins(taken.details), due_on="", by=BY,
        )  # fmt: skip
    return case
