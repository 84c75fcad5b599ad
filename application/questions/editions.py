"""The newest version of every programme in a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.world import newest_world
from domain.events.round import ProgrammePublished
from projections.machinery.read_model import Seen

if TYPE_CHECKING:
    from application.running.system import System
    from domain.programme.edition import Edition


def editions(system: System) -> list[Edition]:
    """The newest version of every programme, in the order of their first publication."""
    world = newest_world(system)
    codes = dict.fromkeys(
        row.stream.removeprefix("programme:") for row in of_topic(system, ProgrammePublished.TOPIC)
    )
    return [edition for code in codes if (edition := world.edition(code)) is not None]


def of_topic(system: System, topic: str) -> list[Seen]:
    """Rows of a topic that is rare, looked up: the log is not gone through."""
    head = system.ledger.head().position
    return [Seen(*row) for row in system.ledger.of_topics(Seen, (topic,), 0, head)]
