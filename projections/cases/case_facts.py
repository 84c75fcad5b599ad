"""What questions about cases look up beside the case: from the read models, or from folded records."""

from datetime import date

import sqlalchemy as sa

from domain.programme.edition import Edition
from domain.streams import LOG, round_stream, unit_stream
from projections.cases.side_tasks import TASKS, Waiting
from projections.cases.waiting import WaitingCase
from projections.machinery.read_model import Records
from projections.organisation.editions import edition, edition_among
from projections.organisation.holidays import HOLIDAYS, Declared
from projections.organisation.rounds import ROUNDS, Round
from projections.organisation.units import UNITS
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

    def extended(self, case: WaitingCase, deadline: str) -> date | None:
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


class RecordFacts:
    """The same from records that are being folded, at the end of the fold; each looked up once."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._editions: dict[str, Edition | None] = {}
        self._holidays: Holidays | None = None

    def edition(self, programme: str, version: str) -> Edition | None:
        if version not in self._editions:
            self._editions[version] = edition_among(self.records.events, programme, version)
        return self._editions[version]

    def extended(self, case: WaitingCase, deadline: str) -> date | None:
        known = self.records.record(ROUNDS, round_stream(case.programme, case.period))
        return known.extended(deadline, case.subject) if known else None

    def holidays(self) -> Holidays:
        if self._holidays is None:
            declared: Declared | None = self.records.record(HOLIDAYS, LOG)
            self._holidays = declared.days if declared else frozenset()
        return self._holidays

    def waiting(self, stream: str) -> Waiting | None:
        """What waits beside the case's next step."""
        return self.records.record(TASKS, stream)

    def unit_name(self, code: str) -> str:
        """As it is called now; empty for a unit that nobody registered."""
        unit = self.records.record(UNITS, unit_stream(code))
        return unit.name if unit else ""
