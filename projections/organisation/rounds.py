"""The rounds: one row a round, with the deadlines that were extended."""

from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from domain.events import round as r
from projections.machinery.read_model import Fold, ReadModel, Seen
from projections.machinery.schema_guard import require


class Round(msgspec.Struct):
    """`extensions` by `deadline|subject`, the subject empty where it is for all. Dates are ISO text.

    `sealed_at` is the position that the newest seal names, 0 where the round is not sealed.
    """

    stream: str
    programme: str
    period: str
    version: str
    opened_on: str
    closing_on: str
    position: int
    locked: int = 0
    sealed_at: int = 0
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


def _lock(known: Round, _: r.RoundLocked, row: Seen) -> Round:
    known.locked, known.position = 1, row.position
    return known


def _reopen(known: Round, _: r.RoundReopened, row: Seen) -> Round:
    known.locked, known.sealed_at, known.position = 0, 0, row.position
    return known


def _seal(known: Round, event: r.RoundSealed, row: Seen) -> Round:
    known.sealed_at, known.position = event.position, row.position
    return known


ROUNDS = ReadModel(
    name="rounds",
    schema=2,
    record=Round,
    folds={
        r.RoundOpened.TOPIC: Fold(_Opened, _open),
        r.DeadlineExtended.TOPIC: Fold(r.DeadlineExtended, _extend),
        r.RoundLocked.TOPIC: Fold(r.RoundLocked, _lock),
        r.RoundReopened.TOPIC: Fold(r.RoundReopened, _reopen),
        r.RoundSealed.TOPIC: Fold(r.RoundSealed, _seal),
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
