"""Two reviews of the log compared: as known then and now, or of two years."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from application.questions.review_names import ReviewNames
from application.questions.year import Question, folded
from projections.review.answers import review_of
from projections.review.comparison import Comparison, Side, compared

if TYPE_CHECKING:
    from application.running.system import System


class Against(NamedTuple):
    """What a review is compared with: the same year as known at a position, or another year."""

    known_at: int | None = None
    year: int | None = None


def comparison(
    system: System, question: Question, against: Against, language: str = "vi"
) -> Comparison:
    """What differs, from the earlier to the later; refuses what `reviewing.review` refuses."""
    other = question._replace(
        year=question.year if against.year is None else against.year,
        known_at=question.known_at if against.known_at is None else against.known_at,
    )
    if against.year is not None and question.period:
        other = other._replace(period=f"{against.year}{question.period[4:]}")
    sides = [_side(system, each) for each in (question, other)]
    sides.sort(key=lambda side: (side.review.year, side.review.position, side.review.as_of))
    before, after = sides
    return compared(before, after, language, after.review.names)


def _side(system: System, question: Question) -> Side:
    year, head = folded(system, question)
    review = review_of(year, head)._replace(names=ReviewNames(system, year))
    return Side(review, year)
