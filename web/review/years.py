"""The years that have a review: those in which a round was opened."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.round_periods import periods
from domain.periods import year_of
from web.asked import Person
from web.drawing import page
from web.lists.listing import Link

router = APIRouter()


@router.get("/year")
def years_page(asked: Person) -> Response:
    """A way to each year, the newest first."""
    years = dict.fromkeys(str(year_of(each)) for each in periods(asked.system))
    words = asked.spoken.words
    return page(
        asked,
        "years.html.j2",
        title=words("web.place.year"),
        place="year",
        years=[Link(words("web.review_of_year", year=each), f"/year/{each}") for each in years],
    )
