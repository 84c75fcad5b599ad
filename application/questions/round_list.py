"""The list of rounds, in the order in which they were opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from application.questions.cases import world_of
from application.questions.editions import of_topic
from application.questions.rounds import state_of
from domain.events.round import RoundOpened
from domain.streams import round_tag
from projections.machinery.codec import CODEC
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System
    from application.running.world import LedgerWorld

COLUMNS = (
    Column("programme", "programme"), Column("programme", "code", word="programme_code"),
    Column("period", "code"), Column("opened_on", "date"), Column("closing_on", "date"),
    Column("cases", "number"), Column("state", "state"), Column("version", word="programme_version"),
)  # fmt: skip
"""What a list of rounds shows people, in order."""


class RoundRow(msgspec.Struct, frozen=True, kw_only=True):
    """A round as `rounds list --json` prints it; `state` is `open`, `locked` or `sealed`."""

    programme: str
    period: str
    opened_on: str
    closing_on: date
    cases: int
    version: str
    state: str


def rounds(system: System) -> list[RoundRow]:
    """Every round."""
    world = world_of(system)
    rows = of_topic(system, RoundOpened.TOPIC)
    return [
        _row(system, world, row.effective_on, CODEC.decode(row.topic, row.state)) for row in rows
    ]


def _row(system: System, world: LedgerWorld, opened_on: str, event: RoundOpened) -> RoundRow:
    state = world.round(event.programme, event.period)
    return RoundRow(
        programme=event.programme,
        period=event.period,
        opened_on=opened_on,
        closing_on=event.closing_on,
        cases=system.ledger.tag_count(round_tag(event.programme, event.period)),
        version=event.version,
        state=state_of(state) if state else "",
    )
