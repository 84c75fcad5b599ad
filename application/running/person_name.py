"""The name that a person was registered with: a text beside the log, until it is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.streams import person_stream
from projections.machinery.codec import CODEC

if TYPE_CHECKING:
    from ledger.ledger import Ledger


def name_of(ledger: Ledger, person: str) -> str | None:
    """The name a person was registered with; None for one who is unknown or whose name was erased."""
    first = next(iter(ledger.stream(person_stream(person))), None)
    if first is None:
        return None
    event = CODEC.decode(first.topic, first.state)
    return ledger.texts([first.position]).get(event.name)
