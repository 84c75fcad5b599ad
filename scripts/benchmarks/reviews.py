"""A year folded from a long log by one process and by two, the register as of a date, and the memory of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from ledger.ledger import Ledger
from projections.cases.known_at import register_known_at
from projections.cases.register import REGISTER, listing
from projections.cases.status import STATUS
from projections.machinery.folding import Folder
from projections.machinery.parallel import fold_in_parts
from projections.machinery.read_model import Seen
from projections.machinery.without_gc import no_cycles_sought
from projections.review.collecting.merging import merge
from projections.review.collecting.parallel_parts import Collecting
from scripts.benchmarks.generate import generated
from scripts.benchmarks.measure import Measurement, Target, interleaved

YEAR = 2024
AS_OF = date(2024, 12, 31)
CASES = 100_000
READ = 500
ROUNDS = 7
ONE_PROCESS = Target("limit", "at_least", 0.8)
TWO_PROCESSES = Target("limit", "at_least", 1.5)
REGISTER_SECONDS = Target("ours", "at_most", 1.5)
RESIDENT = Target("ours", "at_most", 500)


def reviews(url: str, events: int) -> list[Measurement]:
    """Fold a year of a new log of so many events, and its register; then measure the memory in fresh processes."""
    with generated(url, events).ledger as ledger:
        count = ledger.head().position
        found = [*_folds(ledger, count), _register(ledger, count)]
    folded = [_resident(url, count, processes) for processes in (1, 2)]
    return [*found, *folded, _resident(url, count, 1, "files")]


def _folds(ledger: Ledger, count: int) -> list[Measurement]:
    def by(processes: int) -> Callable[[], object]:
        folding = Collecting(YEAR, {})
        return lambda: merge(fold_in_parts(folding, ledger, count, processes))

    with no_cycles_sought():
        taken = interleaved(ROUNDS, by(1), by(2), lambda: _status(ledger, count))
    one, two, alone = (count / seconds for seconds in taken)
    return [
        Measurement(
            f"a year folded, {count} events, against read + decode + fold alone",
            one, None, alone, "events/s", ONE_PROCESS,
        ),
        Measurement(
            "the same by two processes, against one",
            two, None, one, "events/s", TWO_PROCESSES,
        ),
    ]  # fmt: skip


def _status(ledger: Ledger, upto: int) -> Folder:
    folder = Folder([STATUS, REGISTER])
    for rows in ledger.scan(Seen, 0, upto, READ):
        folder.fold(rows)
    return folder


def _register(ledger: Ledger, upto: int) -> Measurement:
    """As of a date, as known at the date of the last event; checked against the fold of every event."""

    def known() -> list[dict[str, Any]]:
        return register_known_at(ledger, ledger.position_at(ledger.head().recorded_at), AS_OF)

    found = known()
    (seconds,) = interleaved(ROUNDS, known)
    if found != _whole_register(ledger, upto):
        raise AssertionError("the register by topics is not the register of the whole fold")
    return Measurement(
        f"register as of a date, known at a date, {CASES} cases",
        seconds / len(found) * CASES, None, None, "s", REGISTER_SECONDS,
    )  # fmt: skip


def _whole_register(ledger: Ledger, upto: int) -> list[dict[str, Any]]:
    folder = Folder([REGISTER])
    for rows in ledger.scan(Seen, 0, upto, READ):
        folder.fold(rows)
    found = folder.states[REGISTER.name].values()
    return listing((case for case in found if case.recognised), AS_OF)


def _resident(url: str, count: int, processes: int, *files: str) -> Measurement:
    command = [sys.executable, "-m", "scripts.benchmarks.resident", url, str(processes), *files]
    with_files = " with its files" if files else ""
    told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- our own
    return Measurement(
        f"a review of {count} events{with_files}, resident, {processes} process(es) at their highest",
        float(told.stdout), None, None, "MB", RESIDENT,
    )  # fmt: skip
