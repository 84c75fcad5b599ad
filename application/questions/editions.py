"""The newest version of every programme in a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.editions import editions_in, rows_of_topic
from application.running.world import newest_world

if TYPE_CHECKING:
    from application.running.system import System
    from domain.programme.edition import Edition
    from projections.machinery.read_model import Seen


def editions(system: System) -> list[Edition]:
    """As `editions_in` of the log as it is now."""
    return editions_in(newest_world(system))


def of_topic(system: System, topic: str) -> list[Seen]:
    """Rows of a topic that is rare, looked up: the log is not gone through."""
    return rows_of_topic(system.ledger, topic)
