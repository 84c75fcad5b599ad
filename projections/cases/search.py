"""What a text finds: units, persons and decisions by words, and cases by those and a period."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa

from domain.periods import is_period
from projections.cases.register import REGISTER
from projections.cases.status import STATUS
from projections.machinery.criteria import Among
from projections.machinery.finding import Hit, Sought, find, find_all
from projections.machinery.schema_guard import require
from projections.organisation.persons import PERSONS
from projections.organisation.units import UNITS

MODELS = (UNITS, PERSONS, REGISTER)
SUBJECTS = (UNITS, PERSONS)
AT_ONCE = 200
"""Units and persons whose cases are looked up together."""
Names = frozenset[str]


class Found(NamedTuple):
    """A hit, or a case of one; all of it text, as a page mark holds it."""

    rank: str
    model: str
    place: str
    stream: str
    case: str = ""

    @classmethod
    def of(cls, hit: Hit, case: str = "") -> Found:
        return cls(str(hit.rank), str(hit.model), hit.place, hit.stream, case)

    @property
    def hit(self) -> Hit:
        return Hit(int(self.rank), int(self.model), self.place, self.stream)


ORDER = Found._fields


def found(
    connection: sa.Connection, text: str, after: Found | None, size: int | None
) -> Iterator[Found]:
    """What a text finds after something: the exact code first, whole words, words that begin so; cases at last.

    No more than `size` of each are looked for. Raises RebuildNeededError.
    """
    if after is None or not after.case:
        hits = find(connection, MODELS, Sought.of(text), after.hit if after else None, size)
        yield from map(Found.of, hits)
        after = None
    yield from _cases(connection, text, after)


def _periods_apart(text: str) -> tuple[Names, str]:
    """The words of a text that are periods, and the rest of it."""
    typed = text.upper().split()
    periods = frozenset(filter(is_period, typed))
    return periods, " ".join(each for each in typed if each not in periods)


def _cases(connection: sa.Connection, text: str, after: Found | None) -> Iterator[Found]:
    """The cases, in one of the periods typed, of the units and persons that the rest of the words find."""
    require(connection, STATUS)
    periods, rest = _periods_apart(text)
    sought = Sought.of(rest if periods else "")
    hits = [after.hit] if after else find(connection, SUBJECTS, sought, None, AT_ONCE)
    while hits:
        cases = _cases_of(connection, hits, periods)
        for hit in hits:
            each = (Found.of(hit, case) for case in sorted(cases.get(_subject(hit.stream), ())))
            yield from (case for case in each if after is None or case > after)
        hits = find(connection, SUBJECTS, sought, hits[-1], AT_ONCE)


def _cases_of(connection: sa.Connection, hits: list[Hit], periods: Names) -> dict[str, list[str]]:
    """Cases by subject."""
    view, dialect = STATUS.view, connection.dialect.name
    subjects = Among("subject", frozenset(_subject(hit.stream) for hit in hits))
    query = sa.select(view.c.subject, view.c.stream).where(subjects.clause(view, dialect))
    cases: dict[str, list[str]] = {}
    for subject, stream in connection.execute(query.where(view.c.period.in_(sorted(periods)))):
        cases.setdefault(subject, []).append(stream)
    return cases


def _subject(stream: str) -> str:
    kind, _, code = stream.partition(":")
    return f"member:{code}" if kind == "person" else stream


class Narrowed(NamedTuple):
    """What a list is narrowed down to by a search: streams of cases, codes of units, persons, periods if any."""

    cases: Names
    units: Names
    persons: Names
    periods: Names = frozenset()

    @property
    def found(self) -> tuple[Names, Names, Names]:
        """As the filters of cases and of recognitions take it."""
        return self.cases, self.units, frozenset(f"member:{each}" for each in self.persons)


def narrowed(connection: sa.Connection, text: str) -> Narrowed:
    """Everything that a text finds. Where nothing has all its words, those that are periods are taken for periods.

    Raises RebuildNeededError.
    """
    every = _of_each_kind(connection, text)
    periods, rest = _periods_apart(text)
    if any(every) or not periods:
        return Narrowed(*every)
    return Narrowed(*_of_each_kind(connection, rest), periods)


def _of_each_kind(connection: sa.Connection, text: str) -> tuple[Names, Names, Names]:
    sought = Sought.of(text)
    units, persons = (
        frozenset(stream.partition(":")[2] for stream in find_all(connection, model, sought))
        for model in SUBJECTS
    )
    return find_all(connection, REGISTER, sought), units, persons
