"""The names in a review: of units as they were on its day, of its cases, and what else the log knows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from application.questions.names import LogNames
from application.questions.year import folded
from application.running.world import newest_world
from domain.streams import person_stream
from projections.review.answers import review_of
from words import sentences
from words.language import say
from words.values import day

if TYPE_CHECKING:
    from application.questions.year import Question
    from application.running.system import System
    from application.running.world import LedgerWorld
    from domain.person.state import Delegation, Mandate
    from projections.review.collecting.known import Known
    from projections.review.collecting.year import Year
    from projections.review.tables import Review
    from words.kinds import Kind
    from words.language import Language


def named_review(system: System, question: Question) -> Review:
    """The review of a year that knows the names in it; refuses a year without rounds.

    Raises PositionNotFoundError.
    """
    year, head = folded(system, question)
    return review_of(year, head)._replace(names=ReviewNames(system, year))


class ReviewNames:
    """The `words.sentences.Names` of a year's review.

    An `authority` (`person:ID@version`) is said by what it is: a mandate, or by whom it was lent.
    """

    def __init__(self, system: System, year: Year) -> None:
        self._system, self._year = system, year
        self._log = LogNames(system)

    def __call__(self, kind: Kind, code: str, language: Language, /) -> str | None:
        if kind == "unit":
            return self._year.unit_name(code) or self._log(kind, code, language)
        if kind == "case" and (case := self._cases.get(code.removeprefix("case:"))):
            subject = sentences.word(case.subject, "subject", language, self)
            return say("case.of_subject", language, subject=subject, period=case.opening.period)
        if kind == "authority":
            return self._authority(code, language)
        return self._log(kind, code, language)

    @cached_property
    def _cases(self) -> dict[str, Known]:
        return {case.case: case for case in self._year.every}

    def _authority(self, code: str, language: Language) -> str | None:
        right = self._rights(code.rpartition("@")[0].partition(":")[2]).get(code)
        if right is None:
            return None
        since, key = day(right.since, language), "mandate"
        delegator = getattr(right, "delegator", "")
        if delegator:
            key, delegator = "delegation", sentences.word(delegator, "person", language, self)
        return say(f"authority.{key}", language, since=since, person=delegator)

    @cached_property
    def _world(self) -> LedgerWorld:
        return newest_world(self._system)

    def _rights(self, person: str) -> dict[str, Mandate | Delegation]:
        """What a person was given, by the event that gave it."""
        known = self._world.person(person)
        if known is None:
            return {}
        given: list[Mandate | Delegation] = [*known.mandates.values(), *known.delegations.values()]
        return {f"{person_stream(person)}@{each.version}": each for each in given}
