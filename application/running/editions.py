"""The newest version of every programme in a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from application.running.world import newest_world
from domain.events.round import ProgrammePublished
from projections.machinery.read_model import Seen

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.programme.edition import Edition
    from ledger.ledger import Ledger


def editions(system: System) -> list[Edition]:
    """The newest version of every programme, in the order of their first publication."""
    return editions_in(newest_world(system))


def editions_in(world: LedgerWorld) -> list[Edition]:
    """As `editions`, where the log is being asked already."""
    rows = of_topic(world.app.ledger, ProgrammePublished.TOPIC)
    codes = dict.fromkeys(row.stream.removeprefix("programme:") for row in rows)
    return [edition for code in codes if (edition := world.edition(code)) is not None]


def of_topic(ledger: Ledger, topic: str) -> list[Seen]:
    """Rows of a topic that is rare, looked up: the log is not gone through."""
    return [Seen(*row) for row in ledger.of_topics(Seen, (topic,), 0, ledger.head().position)]
