"""The library as it comes: an aggregate with its default JSON, on its own recorders."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

EVENTS = 18


class Case(Aggregate):
    """A case in the library's own manner."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        self.stage = "new"
        self.facts: list[dict[str, Any]] = []

    @event("StepTaken")
    def take(
        self, step: str, to_stage: str, facts: dict[str, Any], actor: str, reason: str
    ) -> None:
        self.stage = to_stage
        self.facts.append({"step": step, "actor": actor, "reason": reason, **facts})


FACTS = {
    "marks": [{"node": f"I.{i}", "value": "6"} for i in range(1, 6)],
    "passes": True,
    "level": "PASS",
}


def on_sqlite(path: Path) -> Application[UUID]:
    """An application on a SQLite file of its own."""
    return Application(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(path),
            "SQLITE_LOCK_TIMEOUT": "30",
        }
    )


def on_postgres(host: str, port: str, name: str, user: str, password: str) -> Application[UUID]:
    """An application on a PostgreSQL database, with the library's settings."""
    return Application(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.postgres",
            "POSTGRES_DBNAME": name,
            "POSTGRES_HOST": host,
            "POSTGRES_PORT": port,
            "POSTGRES_USER": user,
            "POSTGRES_PASSWORD": password,
            "POSTGRES_POOL_SIZE": "20",
        }
    )


def a_case(app: Application[UUID]) -> UUID:
    """Store a case of eighteen events."""
    case = Case("unit:CB")
    for at in range(EVENTS - 1):
        case.take(f"step-{at}", "in_progress", FACTS, "quan-tri", "lý do")
    app.save(case)
    return case.id


def change(app: Application[UUID], case_id: UUID) -> None:
    """Load, change, save."""
    case: Case = app.repository.get(case_id)
    case.take("step", "in_progress", FACTS, "quan-tri", "lý do")
    app.save(case)
