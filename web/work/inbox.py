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
from web.work.owed import form_of_what_is_owed

if TYPE_CHECKING:
    from datetime import date

    from application.questions.pages import Listed
    from application.questions.rights import Acting
    from ledger.beside.drafts import Draft
    from projections.cases.task_list import TaskRow
    from web.spoken import Spoken

router = APIRouter()
SHOWN = 50
"""Rows of a part of the page."""


class Button(NamedTuple):
    """A way to a form."""

    words: str
    address: str


class Line(NamedTuple):
    """One task: of what, what it is, until when and how late, and the buttons that do it."""

    subject: str
    address: str
    detail: str
    what: str
    known: str
    due_on: str
    late: str
    is_late: bool
    buttons: tuple[Button, ...]


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
        mine=[_line(row, asked, mine=True) for row in mine.rows],
        others=[_line(row, asked, mine=False) for row in others.rows],
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


def _line(row: TaskRow, asked: Asked, *, mine: bool) -> Line:
    spoken, today = asked.spoken.within(row), asked.system.today()
    what = spoken.said(row.what) if row.what else spoken.value(row.commands, "verb")
    return Line(
        subject=spoken.value(row.subject or f"unit:{row.unit}", "subject"),
        address=f"/cases/{row.case}" if row.case else "",
        detail=" · ".join(filter(None, (row.period, spoken.value(row.programme, "programme")))),
        what=what,
        known=_known(row, spoken, mine=mine),
        due_on=spoken.value(row.due_on, "date"),
        late=_late(row, spoken, today),
        is_late=bool(row.late_by),
        buttons=tuple(_button(verb, row, spoken) for verb in row.commands) if mine else (),
    )


def _known(row: TaskRow, spoken: Spoken, *, mine: bool) -> str:
    """Where the case stands and since when; of another's task, whose it is."""
    stage = spoken.value(row.stage, "stage") if row.stage else ""
    since = spoken.words("web.since", on=spoken.value(row.since, "date"))
    who = "" if mine else spoken.value(row.organs, "organ") or spoken.value(row.role, "role")
    return " · ".join(filter(None, (who, stage, since)))


def _late(row: TaskRow, spoken: Spoken, today: date) -> str:
    """How late, or how many days are left, in words."""
    if row.late_by:
        return spoken.words("web.late_by", days=row.late_by)
    if row.due_on is None:
        return ""
    return spoken.words("web.days_left", days=(row.due_on - today).days)


def _button(verb: str, row: TaskRow, spoken: Spoken) -> Button:
    about = f"/cases/{row.case}/do/{verb}" if row.case else form_of_what_is_owed(verb, row)
    return Button(spoken.value(verb, "verb"), about)


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
