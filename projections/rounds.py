"""The rounds: one row a round, with the deadlines that were extended."""

from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from domain.events import round as r
from projections.read_model import Fold, ReadModel, Seen
from projections.require import require


class Round(msgspec.Struct):
    """`extensions` by `deadline|subject`, the subject empty where it is for all. Dates are ISO text."""

    stream: str
    programme: str
    period: str
    version: str
    opened_on: str
    closing_on: str
    position: int
    extensions: dict[str, str] = {}

    def extended(self, deadline: str, subject: str) -> date | None:
        """The day a deadline was moved to, for the subject first, else for all."""
        day = self.extensions.get(f"{deadline}|{subject}") or self.extensions.get(f"{deadline}|")
        return date.fromisoformat(day) if day else None


class _Opened(msgspec.Struct):
    programme: str
    version: str
    period: str
    closing_on: date


def _open(_: Round | None, event: _Opened, row: Seen) -> Round:
    return Round(
        stream=row.stream,
        programme=event.programme,
        period=event.period,
        version=event.version,
        opened_on=row.effective_on,
        closing_on=event.closing_on.isoformat(),
        position=row.position,
    )


def _extend(known: Round, event: r.DeadlineExtended, row: Seen) -> Round:
    known.extensions[f"{event.deadline}|{event.subject}"] = event.due_on.isoformat()
    known.position = row.position
    return known


ROUNDS = ReadModel(
    name="rounds",
    schema=1,
    record=Round,
    folds={
        r.RoundOpened.TOPIC: Fold(_Opened, _open),
        r.DeadlineExtended.TOPIC: Fold(r.DeadlineExtended, _extend),
    },
)


def rounds(connection: sa.Connection) -> list[dict[str, Any]]:
    """Every round by programme and period."""
    require(connection, ROUNDS)
    view = ROUNDS.view
    found = connection.execute(sa.select(view).order_by(view.c.programme, view.c.period))
    return [_shown(ROUNDS.unpack(row)) for row in found]


def _shown(known: Round) -> dict[str, Any]:
    return {
        "programme": known.programme,
        "period": known.period,
        "version": known.version,
        "opened_on": date.fromisoformat(known.opened_on),
        "closing_on": date.fromisoformat(known.closing_on),
    }
