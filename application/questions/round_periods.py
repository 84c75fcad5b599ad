"""The periods in which a round was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from projections.engine import catch_up
from projections.organisation.rounds import rounds

if TYPE_CHECKING:
    from application.running.system import System


def periods(system: System) -> list[str]:
    """Each period once, the newest first."""
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        return sorted({row["period"] for row in rounds(connection)}, reverse=True)
