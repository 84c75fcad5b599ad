"""The year that the answers look at: its cases as they were, its rounds, the units, the words of its programmes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from domain.periods import last_day, year_of
from domain.programme.edition import Edition
from domain.round.calendar import Calendar, evolve_calendar
from domain.round.evolve import evolve as evolve_round
from domain.round.state import Round
from domain.streams import LOG, round_stream
from ledger.ledger import Ledger
from projections.organisation.editions import edition
from projections.review.collecting.kept_facts import Collected, Line
from projections.review.collecting.known import CaseOnDay, known
from projections.review.collecting.unit_places import Placed, decoded, placed_on
from projections.review.collecting.words import keyed, worded

_USUAL = {
    "new": keyed("new", "stage.new"),
    **{
        code: keyed(code, f"org_type.{code}")
        for code in ("agency", "enterprise", "village", "unit")
    },
}
"""The stage before the first step, and organisation types where a programme does not name them."""
BATCH = 1000
ERASED = keyed("(\u0111\u00e3 xo\u00e1 / erased)", "review.erased")
"""A text that was erased. Its code stands in the JSON of a review, and never changes."""


class Asked(NamedTuple):
    """The question: a year, as of a date, for one programme or period where they are named."""

    year: int
    as_of: date
    programme: str = ""
    period: str = ""

    def covers(self, programme: str, period: str) -> bool:
        return (
            year_of(period) == self.year
            and self.programme in {"", programme}
            and self.period in {"", period}
        )


class Year:
    """Everything the answers ask, folded from what was collected."""

    def __init__(self, collected: Collected, asked: Asked, ledger: Ledger, upto: int) -> None:
        self.asked = asked
        self.on = asked.as_of.isoformat()
        self.ledger = ledger
        self.upto = upto
        self.relying = collected.relying
        self.says_texts = True
        """Whether a text stands in its place, or the commitment to it that no erasure changes."""
        self._beside = collected.beside
        self._editions: dict[tuple[str, str], Edition | None] = {}
        self.every = sorted(self._known(collected), key=lambda case: case.stream)
        self.cases = sorted(
            (case for case in self.every if self._asked_for(case)),
            key=lambda case: (
                case.opening.programme, case.opening.period, case.subject, case.stream,
            ),
        )  # fmt: skip
        self.rounds = self._rounds()
        days = {self.closing(each.programme, each.period) for each in self.rounds.values()}
        days |= {self.closing(case.opening.programme, case.opening.period) for case in self.cases}
        self._placed = placed_on({*days, asked.as_of}, self._beside)

    def _known(self, collected: Collected) -> Iterator[CaseOnDay]:
        for facts in collected.cases.values():
            case = known(facts, self.on)
            if case is not None:
                yield case

    def _asked_for(self, case: CaseOnDay) -> bool:
        return self.asked.covers(case.opening.programme, case.opening.period)

    def _rounds(self) -> dict[str, Round]:
        """The rounds asked for that were open by the date, by stream."""
        streams = (stream for stream in sorted(self._beside) if stream.startswith("round:"))
        states = {stream: self._round(self._beside[stream]) for stream in streams}
        return {stream: state for stream, state in states.items() if state and self._open(state)}

    def _open(self, state: Round) -> bool:
        asked = self.asked
        return asked.covers(state.programme, state.period) and state.opened_on <= asked.as_of

    @staticmethod
    def _round(rows: Iterable[Line]) -> Round | None:
        state: Round | None = None
        for row in rows:
            state = evolve_round(state, decoded(row), row)
        return state

    def round(self, programme: str, period: str) -> Round | None:
        return self.rounds.get(round_stream(programme, period))

    def closing(self, programme: str, period: str) -> date:
        """The day on which units are looked at: the closing day, or the date asked for if sooner."""
        found = self.round(programme, period)
        return min(found.closing_on if found else last_day(period), self.asked.as_of)

    def units(self, day: date) -> dict[str, Placed]:
        """The units by code as they were placed on one of the days of the year."""
        return self._placed[day]

    def unit_of(self, case: CaseOnDay) -> Placed | None:
        """The unit of a case on the closing day."""
        return self.units(self.closing(case.opening.programme, case.opening.period)).get(case.unit)

    def unit_name(self, code: str) -> str:
        found = self.units(self.asked.as_of).get(code)
        return found.name if found else ""

    @cached_property
    def holidays(self) -> frozenset[date]:
        calendar: Calendar | None = None
        for row in self._beside.get(LOG, ()):
            calendar = evolve_calendar(calendar, decoded(row), row)
        return calendar.holidays if calendar else frozenset()

    def edition(self, programme: str, version: str) -> Edition | None:
        key = (programme, version)
        if key not in self._editions:
            with self.ledger.connection() as connection:
                self._editions[key] = edition(connection, programme, version)
        return self._editions[key]

    def word(self, section: str, code: str, case: CaseOnDay) -> str:
        """A code of a section of the case's programme, as a word."""
        return self.word_of(section, code, case.opening.programme, case.opening.version)

    def word_of(self, section: str, code: str, programme: str, version: str) -> str:
        found = self.edition(programme, version)
        labels: dict[str, Any] = getattr(found.programme, section) if found else {}
        return worded(code, labels.get(code)) if code in labels else _USUAL.get(code, code)

    def ground_word(self, ground: str, case: CaseOnDay) -> str:
        """A ground of revocation of the case's programme, as a word."""
        found = self.edition(case.opening.programme, case.opening.version)
        label = found.programme.revocation.grounds.get(ground) if found else None
        return worded(ground, label) if label else ground

    def step_word(self, step: str, case: CaseOnDay) -> str:
        """The name of a step of the case's workflow, as a word."""
        found = self.edition(case.opening.programme, case.opening.version)
        definition = found.definitions.get(case.opening.workflow) if found else None
        steps = definition.steps if definition else []
        return worded(step, next((each for each in steps if each.step == step), None))

    def texts(self, positions: Iterable[int]) -> dict[str, str]:
        """The texts of the commits of some positions, by commitment; an erased one says so."""
        asked, found = sorted(set(positions)) if self.says_texts else [], {}
        for begin in range(0, len(asked), BATCH):
            for commitment, body in self.ledger.texts(asked[begin : begin + BATCH]).items():
                found[commitment] = ERASED if body is None else body
        return found
