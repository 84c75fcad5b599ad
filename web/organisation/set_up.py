"""Everything by which the log is set up, in the order in which an office does it, for whoever may."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from web.asked import Person
from web.drawing import page
from web.lists.acts import links, sets_up
from web.lists.listing import Link
from web.rounds.listed import round_links
from web.turned_away import NotForYouError

router = APIRouter()
_UNITS = (
    "register-unit", "rename-unit", "move-unit", "merge-unit", "split-unit", "dissolve-unit", "declare-holidays",
)  # fmt: skip
_PERSONS = (
    "register-person", "give-mandate", "end-mandate", "delegate", "end-delegation", "start-membership",
    "end-membership",
)  # fmt: skip


@router.get("/set-up")
def set_up_page(asked: Person) -> Response:
    """Units, persons with their rights, rounds; raises NotForYouError for whoever may not set up today."""
    if not sets_up(asked):
        raise NotForYouError
    words = asked.spoken.words
    table = Link(words("web.units_by_excel"), "/units-by-table")
    parts = [
        (words("web.place.units"), [*links(asked, _UNITS), table]),
        (words("web.persons"), links(asked, _PERSONS)),
        (words("web.place.rounds"), round_links(asked)),
    ]
    return page(asked, "set_up.html.j2", title=words("web.set_up"), place="units", parts=parts)
