"""The state of a log: how long it is, its proof, its read models, how often it refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from projections.engine import READ_MODELS
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("position", "number", word="events"), Column("root", "code"),
    Column("recorded_at", "instant"), Column("simulated", "yes_no"), Column("refusals", "number"),
    Column("clock_behind", "yes_no"),
)  # fmt: skip
"""What people see of a log, in order."""
READ_MODEL_COLUMNS = (
    Column("name", "read_model", word="read_model"),
    Column("position", "ordinal"),
)
"""What people see of its read models."""


class ReadModelRow(msgspec.Struct, frozen=True, kw_only=True):
    """A read model and the position of the last event that it counts."""

    name: str
    position: int


class LogStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A log as `status --json` prints it; `root` is hexadecimal, `recorded_at` ISO, of the last event.

    `clock_behind`: the clock is behind the last event, so that all is recorded as of then."""

    position: int
    root: str
    recorded_at: str
    simulated: bool
    read_models: list[ReadModelRow]
    refusals: int
    clock_behind: bool


def log_status(system: System) -> LogStatus:
    """The state now."""
    head = system.ledger.head()
    return LogStatus(
        position=head.position,
        root=head.root.hex(),
        recorded_at=head.recorded_at,
        simulated=head.simulated,
        read_models=[
            ReadModelRow(name=name, position=at)
            for name, at in READ_MODELS.positions(system.ledger)
        ],
        refusals=sum(refusal.count for refusal in system.ledger.refusals()),
        clock_behind=system.is_behind(head.recorded_at),
    )
