"""A year's review as data: the question with its defaults, refused in words where it has no answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from application.commands.typed_programme import typed_programme
from application.questions import moments
from application.running.world import newest_world
from domain.periods import is_period, year_of
from domain.refusal import Refusal, RefusedError, refusal
from projections.review.answers import review_of, year_of_log
from projections.review.collecting.year import Asked, Year
from words import kinds

if TYPE_CHECKING:
    from application.running.system import System
    from ledger.reading import Head
    from projections.review.tables import Review


class Question(NamedTuple):
    """What is asked; `known_at` is a position, `as_of` follows from it where it is left out.

    `processes` is how many fold the log, 0 as many as are worth while; the answer is the same.
    """

    year: int
    programme: str = ""
    period: str = ""
    as_of: date | None = None
    known_at: int | None = None
    processes: int = 0


def review(system: System, question: Question) -> Review:
    """The review of a year; refuses a year without rounds. Raises PositionNotFoundError."""
    return review_of(*folded(system, question))


def folded(system: System, question: Question) -> tuple[Year, Head]:
    """The year behind a review, with the last event that it knows."""
    _refuse_period(question)
    code = typed_programme(question.programme, newest_world(system))
    question = question._replace(programme=code)
    known_at = question.known_at
    head = system.ledger.head() if known_at is None else system.ledger.head_at(known_at)
    as_of = moments.as_of(system, known_at, question.as_of)
    asked = Asked(question.year, as_of, question.programme, question.period)
    year = year_of_log(system.ledger, asked, head.position, question.processes)
    if not year.rounds:
        raise RefusedError([_no_rounds(asked, head)])
    return year, head


def _refuse_period(question: Question) -> None:
    period = question.period
    if period and not is_period(period):
        raise RefusedError([refusal("period_unreadable", period=period)])
    if period and year_of(period) != question.year:
        raise RefusedError(
            [
                refusal(
                    "period_of_another_year",
                    period=period,
                    year=kinds.ordinal(question.year),
                )
            ]
        )


def _no_rounds(asked: Asked, head: Head) -> Refusal:
    of = " ".join(each for each in (asked.programme, asked.period or str(asked.year)) if each)
    return refusal(
        "year_without_rounds", of=of, day=asked.as_of, position=kinds.ordinal(head.position)
    )
