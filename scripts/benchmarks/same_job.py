"""A whole command beside the same job on the library as it comes, on SQLite and by sixteen clients on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from application.running.bootstrap import open_system
from projections.engine import catch_up
from scripts.benchmarks.cases import CASES, attach_evidence, evidence_attached
from scripts.benchmarks.generate import generated
from scripts.benchmarks.library_job import made
from scripts.benchmarks.library_job.job import Recognition
from scripts.benchmarks.measure import Measurement, Target, interleaved
from scripts.benchmarks.writers import in_turns, shares

TWICE = Target("theirs", "at_least", 2)
CLIENTS = 16
TURNS = 8


def same_job(folder: Path, rounds: int) -> list[Measurement]:
    """Evidence attached to cases in turn, by one client on SQLite."""
    system = generated(f"sqlite:///{folder}/job.sqlite", CASES * 18)
    catch_up(system.ledger)
    job = made.on_sqlite(folder / "job-library.sqlite", CASES)
    ours_at, theirs_at = (itertools.cycle(range(CASES)) for _ in range(2))
    taken = interleaved(
        rounds * 40,
        lambda: attach_evidence(system, next(ours_at)),
        lambda: attach_by_library(job, next(theirs_at)),
    )
    system.close()
    job.close()
    return [_measured("a whole command, against the same job on the library", 1, taken)]


def same_job_on_postgres(
    url: str, job_of: Callable[[int], Recognition], rounds: int
) -> Measurement:
    """The same by sixteen clients; `job_of(cases)` opens the library's application with so many new cases."""
    generated(url, CASES * 18).close()
    systems = [open_system(url) for _ in range(CLIENTS)]
    catch_up(systems[0].ledger)
    jobs = [job_of(0 if at else CASES) for at in range(CLIENTS)]
    ours, theirs = shares(range(CASES), CLIENTS), shares(range(CASES), CLIENTS)
    taken = interleaved(
        rounds,
        lambda: in_turns(ours, lambda client, at: attach_evidence(systems[client], at)),
        lambda: in_turns(theirs, lambda client, at: attach_by_library(jobs[client], at)),
    )
    opened: list[Any] = [*systems, *jobs]
    for each in opened:
        each.close()
    return _measured(
        "a whole command, PostgreSQL, 16 clients, against the same job", CLIENTS * TURNS, taken
    )


def attach_by_library(job: Recognition, at: int) -> None:
    """The command of `attach_evidence`, by the library."""
    job.carry_out(evidence_attached(at))


def _measured(name: str, commands: int, taken: list[float]) -> Measurement:
    ours, theirs = (commands / seconds for seconds in taken)
    return Measurement(name, ours, theirs, None, "/s", TWICE)
