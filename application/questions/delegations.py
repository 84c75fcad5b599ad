"""Under which delegation an act was done: the delegator by the authority that the log kept with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from domain.events.person import DelegationGiven
from projections.machinery.codec import CODEC

if TYPE_CHECKING:
    from ledger.entry import Row
    from ledger.ledger import Ledger


def delegators(ledger: Ledger, rows: Iterable[Row]) -> dict[str, str]:
    """By authority (`person:ID@version`): whose mandate it was, for acts done by delegation only."""
    lenders: dict[str, str] = {}
    for authority in {row.authority for row in rows}:
        person, at, version = authority.rpartition("@")
        if at and person.startswith("person:"):
            given = next((r for r in ledger.stream(person) if r.version == int(version)), None)
            event = CODEC.decode(given.topic, given.state) if given else None
            if isinstance(event, DelegationGiven):
                lenders[authority] = event.delegator
    return lenders
