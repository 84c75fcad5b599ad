"""Whole logs: rebuild, catch-up, verification, and what the tree costs."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from application.running.system import System
from ledger.leaf import row_leaf
from ledger.tree import grow, root_hash
from projections.cases.register import REGISTER
from projections.cases.status import STATUS
from projections.engine import READ_MODELS
from projections.machinery.catching_up import CatchingUp
from projections.machinery.folding import Folder
from projections.machinery.read_model import ReadModel, Seen
from projections.machinery.rebuilding import rebuild_from_log
from scripts.benchmarks.bare import BareTable
from scripts.benchmarks.generate import generated
from scripts.benchmarks.measure import Measurement, Target, interleaved

MEGABYTE = 1024


def logs(folder: Path, events: int) -> list[Measurement]:
    """Rebuild, catch up and verify a log of so many events."""
    system = generated(f"sqlite:///{folder}/logs.sqlite", events)
    count = system.ledger.head().position
    models: list[ReadModel[Any]] = [STATUS, REGISTER]

    def fold_alone() -> None:
        folder_of_states = Folder(models)
        for rows in system.ledger.scan(Seen, 0, None):
            folder_of_states.fold(rows)

    caught_up = _seconds(lambda: CatchingUp(READ_MODELS).catch_up(system.ledger))
    rebuilt, alone = interleaved(
        3, lambda: rebuild_from_log(system.ledger, models, None), fold_alone
    )
    verified = _seconds(lambda: _whole(system))
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    system.close()
    rates = [count / seconds for seconds in (rebuilt, alone, caught_up)]
    return [
        Measurement(
            f"rebuild status and register, {count} events",
            rates[0],
            None,
            rates[1],
            "events/s",
            Target("limit", "at_least", 0.65),
        ),
        Measurement(
            "catch-up of all read models",
            rates[2],
            None,
            rates[1],
            "events/s",
            Target("limit", "at_least", 0.2),
        ),
        Measurement(
            "verify a million events",
            verified / count * 1e6,
            None,
            None,
            "s",
            Target("ours", "at_most", 10),
        ),
        Measurement(
            "resident memory at most", resident, None, None, "MB", Target("ours", "at_most", 500)
        ),
    ]


def _whole(system: System) -> None:
    found = system.ledger.verify()
    if not found.ok:
        raise AssertionError(found.reason)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def tree(folder: Path, rounds: int) -> list[Measurement]:
    """What leaf and frontier add to a durable commit of one event."""
    system = generated(f"sqlite:///{folder}/tree.sqlite", 1_000)
    row = system.ledger.stream("log")[0]
    table = BareTable(folder / "tree-table.sqlite")

    def leaves() -> None:
        frontier: list[bytes] = []
        for size in range(100):
            grow(frontier, size, row_leaf(row))
            root_hash(frontier)

    leaf, commit = interleaved(rounds * 20, leaves, table.insert)
    system.close()
    share = leaf / 100 / commit
    return [
        Measurement(
            "the tree's share of a durable commit",
            share,
            None,
            None,
            "",
            Target("ours", "at_most", 0.02),
        )
    ]
