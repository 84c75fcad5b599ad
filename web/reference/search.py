"""What is found by words, tone marks or none: units, officials, decisions and cases, each with the way to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.cases import stream_named, world_of
from application.questions.officials import is_member_in_sight
from application.questions.pages import Page
from application.questions.search import search
from domain.refusal import RefusedError
from web.acts.told import reasons
from web.asked import Asked, Person
from web.drawing import UNPROCESSABLE, page
from web.lists.asked_for import one
from web.organisation.units import unit_address

if TYPE_CHECKING:
    from application.questions.found_rows import FoundRow
    from domain.refusal import Refusal

router = APIRouter()
SHOWN = 50


class Hit(NamedTuple):
    """Something found: what it is, what it is called, where it belongs, its page."""

    what: str
    name: str
    detail: str
    address: str


@router.get("/search")
def search_page(asked: Person) -> Response:
    """One field; nothing is asked where nothing was typed."""
    typed = one(asked, "q")
    if not typed:
        return _page(asked, [], "", ())
    try:
        found = search(asked.system, typed, Page(size=SHOWN, after=one(asked, "after")))
    except RefusedError as refused:
        return _page(asked, [], "", refused.refusals)
    hits = [_hit(asked, row) for row in found.rows if _is_seen(asked, row)]
    return _page(asked, hits, found.after, ())


def _page(
    asked: Asked, hits: list[Hit], after: str, wrong: tuple[Refusal, ...] | list[Refusal]
) -> Response:
    return page(
        asked,
        "search.html.j2",
        status=UNPROCESSABLE if wrong else 200,
        title=asked.spoken.words("web.place.search"),
        place="search",
        typed=one(asked, "q"),
        hits=hits,
        after=after,
        reasons=reasons(wrong, asked.spoken, {}),
    )


def _is_seen(asked: Asked, row: FoundRow) -> bool:
    """Units and officials by everybody; members and cases by those who may look at their files."""
    if row.what == "unit":
        return True
    world = world_of(asked.system)
    if row.what == "person":
        known = world.person(row.code)
        acts = known is not None and bool(known.mandates or known.delegations)
        return acts or is_member_in_sight(asked.system, asked.sight, row.code, world.today)
    case = world.case(stream_named(row.case))
    return case is not None and asked.sight.shows(case)


def _hit(asked: Asked, row: FoundRow) -> Hit:
    spoken = asked.spoken.within(row)
    name = row.name or asked.spoken.words("web.no_name")
    number = row.code if row.what == "decision" else ""
    parts = (
        number,
        row.period,
        spoken.value(row.programme, "programme"),
        spoken.value(row.where, "unit"),
    )
    address = {"unit": unit_address(row.code), "person": f"/persons/{row.code}"}.get(row.what)
    return Hit(
        spoken.value(row.what, "found"),
        name,
        " · ".join(filter(None, parts)),
        address or f"/cases/{row.case}",
    )
