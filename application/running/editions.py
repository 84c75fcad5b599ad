"""The newest version of every programme in a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.events.round import ProgrammePublished
from projections.machinery.read_model import Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from application.running.world import LedgerWorld
    from domain.programme.edition import Edition
    from domain.programme.model import Programme
    from ledger.ledger import Ledger


def editions_in(world: LedgerWorld) -> list[Edition]:
    """The newest version of every programme, in the order of their first publication."""
    rows = rows_of_topic(world.app.ledger, ProgrammePublished.TOPIC)
    codes = dict.fromkeys(row.stream.removeprefix("programme:") for row in rows)
    return [edition for code in codes if (edition := world.edition(code)) is not None]


def programmes_in(world: LedgerWorld) -> Iterator[Programme]:
    """The same without the instruments, which have criteria and no workflow."""
    return (edition.programme for edition in editions_in(world) if edition.definitions)


def rows_of_topic(ledger: Ledger, topic: str) -> list[Seen]:
    """Rows of a topic that is rare, looked up: the log is not gone through."""
    return [Seen(*row) for row in ledger.of_topics(Seen, (topic,), 0, ledger.head().position)]
