"""What questions about cases look up beside the case: from the read models, or from folded records."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from domain.programme.edition import Edition
from domain.streams import LOG, round_stream
from projections.cases.waiting import Standing
from projections.organisation.editions import edition
from projections.organisation.holidays import HOLIDAYS, Declared
from projections.organisation.rounds import ROUNDS, Round
from workflow.calendar import Holidays


class _Editions:
    """Each edition looked up once in a question."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._editions: dict[tuple[str, str], Edition | None] = {}

    def edition(self, programme: str, version: str) -> Edition | None:
        key = (programme, version)
        if key not in self._editions:
            self._editions[key] = edition(self._connection, programme, version)
        return self._editions[key]


class LogFacts(_Editions):
    """Looked up when first asked, and then kept for as long as the question takes."""

    def __init__(self, connection: sa.Connection) -> None:
        super().__init__(connection)
        self._rounds: dict[str, Round | None] = {}
        self._holidays: Holidays | None = None

    def extended(self, case: Standing, deadline: str) -> date | None:
        known = self._round(round_stream(case.programme, case.period))
        return known.extended(deadline, case.subject) if known else None

    def holidays(self) -> Holidays:
        if self._holidays is None:
            row = self._connection.execute(sa.select(HOLIDAYS.view)).one_or_none()
            self._holidays = HOLIDAYS.unpack(row).days if row else frozenset()
        return self._holidays

    def _round(self, stream: str) -> Round | None:
        if stream not in self._rounds:
            query = sa.select(ROUNDS.view).where(ROUNDS.view.c.stream == stream)
            row = self._connection.execute(query).one_or_none()
            self._rounds[stream] = ROUNDS.unpack(row) if row else None
        return self._rounds[stream]


class FoldedFacts(_Editions):
    """The same from records folded up to a position; an edition is its hash, whenever it is read."""

    def __init__(self, connection: sa.Connection, states: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__(connection)
        self._rounds: Mapping[str, Round] = states[ROUNDS.name]
        declared: Declared | None = states[HOLIDAYS.name].get(LOG)
        self._holidays = declared.days if declared else frozenset()

    def extended(self, case: Standing, deadline: str) -> date | None:
        known = self._rounds.get(round_stream(case.programme, case.period))
        return known.extended(deadline, case.subject) if known else None

    def holidays(self) -> Holidays:
        return self._holidays
