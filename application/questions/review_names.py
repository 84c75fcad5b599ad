"""The names in a review: of units as they were on its day, of its cases, and what else the log knows."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from application.questions import year as reviewing
from application.questions.names import LogNames
from application.questions.review_owed import told_beside
from projections.review.answers import review_of
from words import sentences
from words.folded import folded
from words.language import say

if TYPE_CHECKING:
    from application.questions.year import Question
    from application.running.system import System
    from projections.review.collecting.known import CaseOnDay
    from projections.review.collecting.year import Year
    from projections.review.tables import Review
    from words.kinds import Kind
    from words.language import Language


def named_review(system: System, question: Question) -> Review:
    """The review of a year that knows the names in it; refuses a year without rounds.

    Raises PositionNotFoundError.
    """
    year, head = reviewing.folded(system, question)
    found = review_of(year, head)
    return found._replace(
        tables=[*found.tables, *told_beside(system, year)], names=ReviewNames(system, year)
    )


class ReviewNames:
    """The `words.sentences.Names` of a year's review: units and cases as it sees them."""

    def __init__(self, system: System, year: Year) -> None:
        self._year = year
        self._log = LogNames(system)

    def __call__(self, kind: Kind, code: str, language: Language, /) -> str | None:
        if kind == "unit":
            return self._unit(code) or self._log(kind, code, language)
        if kind == "case" and (case := self._cases.get(code.removeprefix("case:"))):
            subject = sentences.word(case.subject, "subject", language, self)
            return say("case.of_subject", language, subject=subject, period=case.opening.period)
        return self._log(kind, code, language)

    def _unit(self, code: str) -> str:
        """As it was called on the day of the review, with the code where another was called so too."""
        name = self._year.unit_name(code)
        return f"{name} ({code})" if self._called[folded(name)] > 1 else name

    @cached_property
    def _called(self) -> Counter[str]:
        """How many units have a name on the day of the review, tone marks aside."""
        placed = self._year.units(self._year.asked.as_of).values()
        return Counter(folded(each.name) for each in placed)

    @cached_property
    def _cases(self) -> dict[str, CaseOnDay]:
        return {case.case: case for case in self._year.every}
