"""What a year would have come to if its programme asked for another total: tried on the page, nothing stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.cases import world_of
from application.questions.editions import editions
from application.questions.other_marks import marks_to_reach, with_marks
from application.questions.what_if import what_if
from domain.refusal import RefusedError
from web.acts.inputs import Option
from web.acts.told import reasons
from web.asked import Asked, Person
from web.drawing import UNPROCESSABLE, page
from web.lists.asked_for import one
from web.review.page import question_of
from web.review.turned import turned_in_sight

if TYPE_CHECKING:
    from domain.programme.edition import Edition

router = APIRouter()
MARK = "mark."


class Mark(NamedTuple):
    """The total that one set of criteria asks for: as it is, and what was typed instead."""

    name: str
    title: str
    now: str
    typed: str


@router.get("/year/{year}/what-if")
def what_if_page(asked: Person, year: str) -> Response:
    """The marks of a programme to change; what would turn, where any was."""
    question, edition = question_of(asked, year), _edition(asked, one(asked, "programme"))
    found, told = None, []
    try:
        if edition is not None and _typed(asked, edition):
            tried = with_marks(edition, _typed(asked, edition))
            found = what_if(asked.system, question.year, tried)
    except RefusedError as refused:
        told = reasons(refused.refusals, asked.spoken, {})
    return page(
        asked,
        "what_if.html.j2",
        status=UNPROCESSABLE if told else 200,
        title=asked.spoken.words("web.what_if"),
        place="year",
        year=year,
        reasons=told,
        programmes=_programmes(asked),
        programme=one(asked, "programme"),
        marks=_marks(asked, edition),
        counts=found["counts"] if found else None,
        turned=turned_in_sight(asked, found, edition) if found and edition else [],
    )


def _edition(asked: Asked, code: str) -> Edition | None:
    return world_of(asked.system).edition(code) if code else None


def _typed(asked: Asked, edition: Edition) -> dict[str, str]:
    """Marks that were typed, of those that there are."""
    found = {name: one(asked, f"{MARK}{name}") for name in marks_to_reach(edition)}
    return {name: text for name, text in found.items() if text}


def _programmes(asked: Asked) -> list[Option]:
    """Those that ask for a total; the others have no such mark."""
    chosen = one(asked, "programme")
    codes = dict.fromkeys(
        e.programme.code for e in editions(asked.system) if e.tables and marks_to_reach(e)
    )
    return [Option(each, asked.spoken.value(each, "programme"), each == chosen) for each in codes]


def _marks(asked: Asked, edition: Edition | None) -> list[Mark]:
    if edition is None:
        return []
    sets, now = edition.programme.criteria, asked.spoken.value
    return [
        Mark(
            f"{MARK}{n}",
            sets[n].text(asked.language),
            now(mark, "number"),
            one(asked, f"{MARK}{n}"),
        )
        for n, mark in marks_to_reach(edition).items()
    ]
