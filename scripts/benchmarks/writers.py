"""Many writers at once: on SQLite by the one writer, on PostgreSQL each by themselves."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from application.running.bootstrap import open_system
from application.running.system import System
from application.running.world import load_case
from ledger.commit import Commit
from ledger.errors import VersionConflictError
from ledger.group import GroupWriter
from scripts.benchmarks import library
from scripts.benchmarks.cases import CASES, act, attach_evidence, caught_up
from scripts.benchmarks.generate import generated, stream
from scripts.benchmarks.measure import Measurement, Target, interleaved

WRITERS_LIBRARY = Target("theirs", "at_least", 10)
POSTGRES_LIBRARY = Target("theirs", "at_least", 1.0)
WRITERS = 32
_TURNS = range(8)
"""Commands of each writer in a round."""
T = TypeVar("T")


def append_by(writer: GroupWriter, system: System, name: str) -> None:
    """The same by the one writer, who loads and decides for all."""

    def work() -> tuple[Commit, None]:
        commit, happened = act(*load_case(system.app, name), name)
        return system.app.having(commit, [happened]), None

    writer.perform(work)


def writers(folder: Path, rounds: int) -> list[Measurement]:
    """Thirty-two writers at once, each on cases of its own; and exactly one winner of a version."""
    system = generated(f"sqlite:///{folder}/writers.sqlite", CASES * 18)
    app = library.on_sqlite(folder / "writers-library.sqlite")
    theirs = [library.a_case(app) for _ in range(CASES)]
    ours_of, theirs_of = shares([stream(at) for at in range(CASES)]), shares(theirs)
    with GroupWriter(system.ledger) as writer:
        ours, library_took = interleaved(
            rounds,
            lambda: in_turns(ours_of, lambda _, name: append_by(writer, system, name)),
            lambda: in_turns(theirs_of, lambda _, case: library.change(app, case)),
        )
        _one_winner(system, writer)
    system.close()
    rate, their_rate = (WRITERS * len(_TURNS) / seconds for seconds in (ours, library_took))
    return [Measurement("32 writers, SQLite", rate, their_rate, None, "/s", WRITERS_LIBRARY)]


def shares(cases: Sequence[T], count: int = WRITERS) -> list[Iterator[T]]:
    """Cases dealt out to writers, each going round its own."""
    return [itertools.cycle(cases[at::count]) for at in range(count)]


def in_turns(shares: Sequence[Iterator[T]], work: Callable[[int, T], None]) -> None:
    """Let each writer at once work on the next of its cases, several times."""

    def one(at: int) -> None:
        for _ in _TURNS:
            work(at, next(shares[at]))

    at_once(one, len(shares))


def at_once(work: Callable[[int], None], count: int = WRITERS) -> None:
    """Let threads do their work; raises what a thread raised."""
    failures: list[BaseException] = []

    def guarded(at: int) -> None:
        try:
            work(at)
        except BaseException as error:  # noqa: BLE001 -- told to the caller below
            failures.append(error)

    threads = [threading.Thread(target=guarded, args=(at,)) for at in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _one_winner(system: System, writer: GroupWriter) -> None:
    """All writers try for the same version: one gets it."""
    case, version = load_case(system.app, stream(0))
    won: list[int] = []

    def attempt(at: int) -> None:
        commit, happened = act(case, version, stream(0))
        try:
            writer.append(system.app.having(commit, [happened]), None)
        except VersionConflictError:
            return
        won.append(at)

    at_once(attempt)
    if len(won) != 1:
        raise AssertionError(f"{len(won)} winners of one version")


def postgres_command(url: str, theirs: Any, rounds: int, clients: int = 16) -> list[Measurement]:
    """A whole command on PostgreSQL by sixteen clients, against load, change, save by as many."""
    generated(url, CASES * 18).close()
    systems = [open_system(url) for _ in range(clients)]
    caught_up(systems[0])
    theirs_of = shares([library.a_case(theirs) for _ in range(CASES)], clients)
    ours_of = shares(range(CASES), clients)
    ours, library_took = interleaved(
        rounds,
        lambda: in_turns(ours_of, lambda client, at: attach_evidence(systems[client], at)),
        lambda: in_turns(theirs_of, lambda _, case: library.change(theirs, case)),
    )
    for system in systems:
        system.close()
    return [
        Measurement(
            "a whole command, PostgreSQL, 16 clients",
            clients * len(_TURNS) / ours,
            clients * len(_TURNS) / library_took,
            None,
            "/s",
            POSTGRES_LIBRARY,
        )
    ]
