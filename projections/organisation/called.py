"""Units and persons by what they are called: those of a code or a name, and those that are called something like it."""

from __future__ import annotations

from difflib import SequenceMatcher
from heapq import nlargest
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from projections.machinery.finding import Sought, find
from projections.machinery.read_model import ReadModel
from projections.machinery.schema_guard import require
from projections.organisation.persons import PERSONS
from projections.organisation.units import UNITS
from words.folded import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 20_000
"""Among more than these, those that only look alike are not looked for: comparing takes a second already."""
ALIKE = 0.7
"""How much of two names is the same, at least, where they look alike."""


class Called(NamedTuple):
    """What is called by names in a log: the read model, and its column of codes."""

    model: ReadModel[Any]
    code: str

    def of(self, connection: sa.Connection, text: str) -> list[str]:
        """The codes of those with that code, however it is written; else of those with that name, tone marks aside."""
        require(connection, self.model)
        view = self.model.view.c
        code = view[self.code]
        for means in (
            code.in_({text, text.upper(), text.lower()}),
            sa.and_(view.folded == folded(text), view.folded != ""),
        ):
            found = connection.execute(sa.select(code).where(means).order_by(code)).scalars().all()
            if found:
                return list(found)
        return []

    def near(self, connection: sa.Connection, text: str, most: int) -> list[str]:
        """The codes of those with all the words of a text, then of those that look like it; the nearest first."""
        hits = find(connection, [self.model], Sought.of(text), size=most)
        codes = [hit.stream.partition(":")[2] for hit in hits]
        more = nlargest(most, self._alike(connection, folded(text)))
        return list(dict.fromkeys([*codes, *(code for _, code in more)]))[:most]

    def _alike(self, connection: sa.Connection, text: str) -> Iterator[tuple[float, str]]:
        view = self.model.view.c
        rows = connection.execute(sa.select(view[self.code], view.folded).limit(MOST + 1)).all()
        matcher = SequenceMatcher()
        matcher.set_seq2(text)
        for code, name in rows if len(rows) <= MOST else ():
            likeness = max(_likeness(matcher, word) for word in (folded(code), name) if word)
            if likeness >= ALIKE:
                yield likeness, code


def _likeness(matcher: SequenceMatcher[str], word: str) -> float:
    matcher.set_seq1(word)
    quick = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if quick >= ALIKE else 0.0


CALLED_UNITS = Called(UNITS, "code")
CALLED_PERSONS = Called(PERSONS, "person")
