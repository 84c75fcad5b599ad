"""“My work”: what a person has to do today, each with the button that does it, and what waits for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.audit import inspects
from application.questions.cases import world_of
from application.questions.pages import Page
from application.questions.rights import papers_of, rights_of
from application.questions.tasks import TasksAsked, task_list
from ledger.beside import drafts
from web.asked import Asked, Person
from web.drawing import page
from web.work.lines import line

if TYPE_CHECKING:
    from application.questions.pages import Listed
    from application.questions.rights import Acting
    from ledger.beside.drafts import Draft
    from projections.cases.task_list import TaskRow
    from web.spoken import Spoken

router = APIRouter()
SHOWN = 50
"""Rows of a part of the page."""


@router.get("/work")
def work(asked: Person) -> Response:
    """The page everybody begins with."""
    mine = _tasks(asked, waiting=False, after=asked.request.query_params.get("after", ""))
    others = _tasks(asked, waiting=True, after=asked.request.query_params.get("others", ""))
    return page(
        asked,
        "work.html.j2",
        title=asked.spoken.words("web.place.work"),
        place="work",
        mine=[line(row, asked, mine=True) for row in mine.rows],
        others=[line(row, asked, mine=False) for row in others.rows],
        after=mine.after,
        after_others=others.after,
        acting=[_acting(each, asked.spoken) for each in _rights(asked)],
        inspects=inspects(asked.sight),
        drafts=[
            _draft(each, asked) for each in drafts.drafts_of(asked.desk.ledger, asked.account.id)
        ],
    )


def _tasks(asked: Asked, *, waiting: bool, after: str) -> Listed[TaskRow]:
    wanted = TasksAsked(by=asked.person, waiting=waiting)
    return task_list(asked.system, wanted, Page(size=SHOWN, after=after))


def _rights(asked: Asked) -> list[Acting]:
    """The rights of a person that hold today, their own and those lent to them."""
    world = world_of(asked.system)
    known = world.person(asked.person)
    if known is None:
        return []
    papers = papers_of(asked.system, asked.person)
    return [each for each in rights_of(known, world.today, papers, world) if each.holds]


def _acting(right: Acting, spoken: Spoken) -> str:
    """For whom somebody acts, until when, by whose delegation and which paper."""
    organ, until = spoken.value(right.organ, "organ"), spoken.value(right.until, "date")
    paper = spoken.said(right.rests_on) if right.rests_on else ""
    if right.delegator:
        lender = spoken.value(right.delegator, "person")
        told = spoken.words("web.acting_lent", organ=organ, until=until, lender=lender)
    else:
        told = spoken.words(f"web.acting.{right.power}", organ=organ)
    return f"{told} ({paper})" if paper else told


class DraftLine(NamedTuple):
    """A draft: of what, and where it goes on."""

    words: str
    saved_at: str
    address: str


def _draft(kept: Draft, asked: Asked) -> DraftLine:
    spoken = asked.spoken
    is_case = len(kept.about) == _ID and " " not in kept.about
    of = spoken.value(kept.about, "case") if is_case else ""
    words = " · ".join(filter(None, (spoken.value(kept.verb, "verb"), of)))
    address = f"/cases/{kept.about}/do/{kept.verb}" if is_case else f"/do/{kept.verb}"
    return DraftLine(words, spoken.value(kept.saved_at, "instant"), address)


_ID = 36
"""Characters of a case's id."""
