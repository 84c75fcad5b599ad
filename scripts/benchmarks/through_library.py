"""What it costs that commands go by the library's `save` and `Repository.get`: beside the same, straight to the log."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from ledger.commit import Commit, Receipt
from ledger.entry import Happened
from ledger.ledger import Then
from ledger.library.application import LedgerApplication
from projections.engine import catch_up
from scripts.benchmarks.cases import CASES, attach_evidence
from scripts.benchmarks.generate import generated
from scripts.benchmarks.measure import Measurement, Target, interleaved

AT_MOST_A_TENTH = Target("limit", "at_least", 0.9)
T = TypeVar("T")


class Straight(LedgerApplication):
    """The same without the library's way in and out."""

    def append(
        self, happened: Sequence[Happened], commit: Commit, then: Then | None = None
    ) -> Receipt:
        """As the application's own."""
        return self.ledger.append(self.having(commit, happened), then)

    def _projected(
        self,
        stream: str,
        project: Callable[[None, Iterable[Any]], T],
        columns: type[Any],
        upto: int | None,
    ) -> T:
        reading = self.ledger.reading
        return project(None, reading.selected(reading.selection(columns), stream, upto))


def through_library(folder: Path, rounds: int) -> list[Measurement]:
    """A whole command both ways, each on a log of its own."""
    taken = interleaved(
        rounds * 40,
        _commands(folder / "library.sqlite", LedgerApplication),
        _commands(folder / "straight.sqlite", Straight),
    )
    ours, straight = (1 / seconds for seconds in taken)
    name = "a whole command by the library's save and get, against straight to the log"
    return [Measurement(name, ours, None, straight, "/s", AT_MOST_A_TENTH)]


def _commands(path: Path, kind: type[LedgerApplication]) -> Callable[[], object]:
    system = generated(f"sqlite:///{path}", CASES * 18)
    system.app = kind(system.ledger, system.app.codec)
    catch_up(system.ledger)
    at = itertools.cycle(range(CASES))
    return lambda: attach_evidence(system, next(at))
