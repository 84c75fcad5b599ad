"""A round as people look at it: open, locked or sealed; its seal, and what came after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from application.commands.sealing import is_unchanged
from application.commands.typed_programme import typed_programme
from application.questions.cases import world_of
from domain.refusal import RefusedError, refusal
from domain.streams import round_stream, round_tag
from projections.review.after_the_seal import COLUMNS, POSITION, after_the_seal, subjects_of
from projections.review.as_json import plain_rows
from projections.review.tables import Table
from words import kinds
from words.kinds import Said, because
from words.tables import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.round.state import Round


ROUND = (
    Column("programme", "programme"), Column("period"), Column("opened_on", "date"),
    Column("closing_on", "date"), Column("state", "state"),
)  # fmt: skip
"""What people see of a round, in order."""
AFTER = (
    Column("position", "ordinal"), Column("kind", "after_the_seal"), Column("subject", "subject"),
    Column("event", "event"), Column("effective_on", "date"), Column("recorded_at", "instant"),
    Column("signed_by", "person"), Column("reason"),
)  # fmt: skip
"""What people see of an event that came after the seal."""


def figures_told(figures: Mapping[str, int]) -> list[Said]:
    """The figures of a seal, each with what it counts."""
    return [
        Said("because", because("shown.figure", name=kinds.of("column", name), value=value))
        for name, value in figures.items()
    ]


def round_shown(system: System, programme: str, period: str) -> dict[str, Any]:
    """One round; refuses an unknown one. `unchanged` says whether the review known at the seal still has
    the seal's digest, None where there is no seal, or a text that an early seal counts was erased."""
    world = world_of(system)
    programme = typed_programme(programme, world)
    state = world.round(programme, period)
    if state is None:
        raise RefusedError(
            [
                refusal(
                    "round_unknown",
                    round=kinds.round_of(round_stream(programme, period)),
                )
            ]
        )
    seal = state.seals[-1] if state.seals else None
    return {
        "programme": programme,
        "period": period,
        "version": state.version,
        "opened_on": state.opened_on,
        "closing_on": state.closing_on,
        "state": state_of(state),
        "seals": [msgspec.structs.asdict(each) for each in state.seals],
        "unchanged": is_unchanged(system, programme, period, seal) if seal else None,
        "after_the_seal": plain_rows(_table(system, state, world)),
    }


def state_of(state: Round) -> str:
    """`open`, `locked` or `sealed`."""
    if state.sealed:
        return "sealed"
    return "locked" if state.locked else "open"


def _table(system: System, state: Round, world: LedgerWorld) -> Table:
    cases = {
        stream: (case.subject, case.unit)
        for stream in world.tagged(round_tag(state.programme, state.period))
        if (case := world.case(stream)) is not None
    }
    upto = system.ledger.head().position
    rows = after_the_seal(system.ledger, state, subjects_of(state, cases), upto)
    texts = system.ledger.texts(row[POSITION] for row in rows)
    said = [(*row[:-1], texts.get(row[-1], row[-1])) for row in rows]
    return Table("after_the_seal", COLUMNS, said)
