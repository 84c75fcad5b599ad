"""The world a decision asks, answered from the log; what it read is rechecked when it is appended."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Protocol

from application.running.memory import Glance
from domain.case.evolve import Line, folded
from domain.case.evolve import evolve as evolve_case
from domain.person.evolve import evolve as evolve_person
from domain.programme.published import Published, evolve_published
from domain.programme.reading import read_content
from domain.round.calendar import evolve_calendar
from domain.round.evolve import evolve as evolve_round
from domain.streams import (
    LOG,
    person_stream,
    programme_stream,
    round_stream,
    unit_stream,
    unit_year_stream,
)
from domain.unit.evolve import evolve as evolve_unit
from domain.unit_year.evolve import evolve as evolve_unit_year
from ledger.append import NO_STREAM
from ledger.entry import Stamped

if TYPE_CHECKING:
    from datetime import date, datetime

    from application.running.system import System
    from domain.case.state import Case
    from domain.commands import Command
    from domain.person.state import Person
    from domain.programme.edition import Edition
    from domain.round.state import Round
    from domain.unit.state import Unit
    from domain.unit_year.state import UnitYear
    from ledger.library.application import LedgerApplication

Fold = Callable[[Any, Any, Any], Any]
AFTER_EVERYTHING = 1 << 62
"""A position that no stored event has: what is foreseen comes after it."""

FOLDS: dict[str, Fold] = {
    "case": evolve_case,
    "unit": evolve_unit,
    "person": evolve_person,
    "round": evolve_round,
    "unit-year": evolve_unit_year,
    "programme": evolve_published,
    "log": evolve_calendar,
}
"""How each kind of stream is folded."""


def fold_of(stream: str) -> Fold:
    """Answer the fold of a stream by its name."""
    return FOLDS[stream.partition(":")[0]]


def load_case(
    app: LedgerApplication, stream: str, upto: int | None = None
) -> tuple[Case | None, int]:
    """A case as known at a position, and its version; None and -1 where there is none."""
    case: Case | None = app.load_whole(stream, folded, Line, upto)
    return case, case.version if case else NO_STREAM


class Remembers(Protocol):
    """A memory of facts, to read and to keep."""

    def recall(self, stream: str) -> tuple[Any, int] | None: ...
    def keep(self, stream: str, state: Any, version: int, read_at: int) -> None: ...


def newest_world(
    system: System,
    at: datetime | None = None,
    *,
    on: date | None = None,
    leaving_no_trace: bool = False,
) -> LedgerWorld:
    """The log as it is now: what is remembered of its facts is checked against its head.

    `at` is the instant of recording that a simulated log takes, `on` the day of an act (`System.now`). Without a trace
    nothing is kept in the memory.
    """
    read_at = system.memory.freshen(system.ledger)
    memory = Glance(system.memory) if leaving_no_trace else system.memory
    return LedgerWorld(system.app, system.today(at, on), memory=memory, read_at=read_at)


class LedgerWorld:
    """Folded streams of the log, each read once; `upto` looks at the log as it was at a position."""

    def __init__(
        self,
        app: LedgerApplication,
        today: date,
        *,
        upto: int | None = None,
        memory: Remembers | None = None,
        read_at: int = 0,
    ) -> None:
        self.app = app
        self.today = today
        self.upto = upto
        self._memory = memory
        self._read_at = read_at
        self.expected: dict[str, int] = {}
        self.expected_tags: dict[str, int] = {}
        self._states: dict[str, Any] = {}
        self._tags: dict[str, list[str]] = {}
        self._taken: dict[str, int] = {}
        self._foreseen = AFTER_EVERYTHING

    def state(self, stream: str) -> Any:
        """Answer the folded stream, None when it has no events."""
        if stream not in self._states:
            self._states[stream], self.expected[stream] = self._load(stream)
        return self._states[stream]

    def _load(self, stream: str) -> tuple[Any, int]:
        remembered = self._memory.recall(stream) if self._memory else None
        if remembered is not None:
            return remembered
        if stream.startswith("case:"):
            return load_case(self.app, stream, self.upto)
        state, version = self.app.load(stream, fold_of(stream), None, self.upto)
        if self._memory:
            self._memory.keep(stream, state, version, self._read_at)
        return state, version

    def is_stale(self) -> bool:
        """Whether something read has changed since."""
        actual = self.app.ledger.versions(self.expected)
        return any(actual[stream] != version for stream, version in self.expected.items())

    def foresee(self, stream: str, event: Any, command: Command) -> None:
        """Apply an event that is about to be appended, so that later rows of one command see it.

        The state is the world's own from then on: what the memory keeps is never changed.
        """
        state = deepcopy(self.state(stream))
        self._foreseen += 1
        stamp = _stamp_of(self._foreseen, stream, event, command)
        self._states[stream] = fold_of(stream)(state, event, stamp)

    @property
    def simulated(self) -> bool:
        return self.app.ledger.head().simulated

    def holidays(self) -> frozenset[date]:
        calendar = self.state(LOG)
        return calendar.holidays if calendar else frozenset()

    def unit(self, code: str) -> Unit | None:
        unit: Unit | None = self.state(unit_stream(code))
        return unit

    def person(self, person: str) -> Person | None:
        known: Person | None = self.state(person_stream(person))
        return known

    def round(self, programme: str, period: str) -> Round | None:
        state: Round | None = self.state(round_stream(programme, period))
        return state

    def unit_year(self, code: str, year: int) -> UnitYear | None:
        state: UnitYear | None = self.state(unit_year_stream(code, year))
        return state

    def edition(self, programme: str, version: str = "") -> Edition | None:
        published: Published | None = self.state(programme_stream(programme))
        content = published.content(version) if published else None
        return read_content(content) if content else None

    def case(self, stream: str) -> Case | None:
        case: Case | None = self.state(stream)
        return case

    def version(self, stream: str) -> int:
        """The version of a stream as it was read; 0 when it has no events."""
        self.state(stream)
        return max(self.expected[stream], 0)

    def tagged(self, tag: str) -> list[str]:
        if tag not in self._tags:
            self._tags[tag] = self.app.ledger.tagged(tag, self.upto)
            self.expected_tags[tag] = len(self._tags[tag])
        return self._tags[tag]

    def take_version(self, stream: str) -> int:
        """The version that the next event of a stream gets; each is handed out once."""
        self.state(stream)
        read = self.expected[stream]
        self._taken[stream] = self._taken.get(stream, max(read, 0)) + 1
        return self._taken[stream]


def _stamp_of(position: int, stream: str, event: Any, command: Command) -> Stamped:
    return Stamped(
        position=position,
        stream=stream,
        version=1,
        topic=event.TOPIC,
        state=b"",
        recorded_at=command.recorded_at.isoformat(),
        effective_on=command.effective_on.isoformat(),
        actor=command.actor,
        signed_by=command.signed_by,
        organ=command.organ,
        authority="",
        reason="",
    )
