"""The register as of a date, as known at a position: folded from the log by the index on topic."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from projections.known_at import register_known_at
from scripts.benchmarks.generate import generated
from scripts.benchmarks.measure import Measurement, Target, interleaved

AS_OF = date(2025, 1, 1)
CASES = 100_000


def register(folder: Path, events: int) -> list[Measurement]:
    """The time for 100,000 cases, from a log of so many events."""
    system = generated(f"sqlite:///{folder}/register.sqlite", events)
    position = system.ledger.head().position
    cases = len(register_known_at(system.ledger, position, AS_OF))
    (seconds,) = interleaved(3, lambda: register_known_at(system.ledger, position, AS_OF))
    system.close()
    return [
        Measurement(
            f"register of {CASES} cases as known at a position, from one of {cases}",
            seconds / cases * CASES,
            None,
            None,
            "s",
            Target("ours", "at_most", 1.5),
        )
    ]
