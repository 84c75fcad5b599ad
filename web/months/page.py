"""One page for a unit and a month: its meetings with their ratings, its roll with the fees, the forms of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.unit_month import MeetingShown, MemberShown, UnitMonth, unit_month
from web.asked import Asked, Person
from web.drawing import elsewhere, page

if TYPE_CHECKING:
    from web.spoken import Spoken

router = APIRouter()
MONTHS = range(1, 13)


class Line(NamedTuple):
    """A meeting in words, its rating, and the form in which it is rated, empty where it is rated already."""

    title: str
    came: tuple[str, ...]
    rating: str
    rate_at: str


class Member(NamedTuple):
    """Somebody on the roll, when their fee was recorded, and where it is recorded."""

    name: str
    exempt: bool
    paid: str
    pay_at: str


@router.get("/units/{code}/months")
def this_month(asked: Person, code: str) -> Response:
    """The month of today."""
    today = asked.system.today()
    return elsewhere(f"/units/{code}/{today.year}/{today.month}")


@router.get("/units/{code}/{year}/{month}")
def month_page(asked: Person, code: str, year: int, month: int) -> Response:
    """A unit's month as it is recorded."""
    shown = unit_month(asked.system, asked.sight, code, year, month)
    return page(
        asked,
        "month.html.j2",
        title=asked.spoken.words("web.month.title", month=month, year=year),
        place="units",
        unit=shown.name,
        code=code,
        year=year,
        months=[(number, f"/units/{code}/{year}/{number}", number == month) for number in MONTHS],
        years=(year - 1, year + 1),
        month=month,
        roll_on=asked.spoken.value(shown.on, "date"),
        meetings=[_meeting(asked.spoken, shown, each) for each in shown.meetings],
        members=[_member(asked, shown, each) for each in shown.members],
        reports=[asked.spoken.value(on, "date") for on in shown.reported_on],
        acts=_acts(asked, shown),
    )


def _meeting(spoken: Spoken, shown: UnitMonth, each: MeetingShown) -> Line:
    kind = spoken.words(f"choice.kind.{each.kind}")
    came = [spoken.words(key, count=count) for key, count in _counted(each) if count]
    rating = spoken.words(f"choice.rating.{each.rating}") if each.rating else ""
    score = spoken.value(each.score, "number")
    given = {"data.meeting": each.meeting, "data.criteria": "cell_meeting"}
    return Line(
        title=spoken.words(
            "web.month.meeting", kind=kind, on=spoken.value(each.on, "date"), minutes=each.minutes
        ),
        came=tuple(came),
        rating=spoken.words("web.month.rated", rating=rating, score=score) if score else rating,
        rate_at="" if rating else _form("rate-meeting", shown, **given),
    )


def _counted(each: MeetingShown) -> tuple[tuple[str, int], ...]:
    """How many stand on each list of a meeting, and on none."""
    return (
        ("web.month.present", each.present),
        ("web.month.excused", each.excused),
        ("web.month.unexcused", each.unexcused),
        ("web.month.exempt", each.exempt),
        ("web.month.unlisted", each.unlisted),
    )


def _member(asked: Asked, shown: UnitMonth, each: MemberShown) -> Member:
    spoken = asked.spoken
    given = {"data.member": each.person, "data.month": str(shown.month)}
    return Member(
        name=spoken.value(each.person, "person"),
        exempt=each.exempt,
        paid=spoken.value(each.paid_on, "date"),
        pay_at=_form("record-fee", shown, **given),
    )


def _acts(asked: Asked, shown: UnitMonth) -> list[tuple[str, str]]:
    """What is recorded of a month, each with its form; a meeting gets a name of its own that nobody types."""
    taken = {each.meeting for each in shown.meetings}
    first = f"{shown.year}-{shown.month:02}"
    names = (first if number == 1 else f"{first}-{number}" for number in range(1, len(taken) + 2))
    meeting = next(name for name in names if name not in taken)
    month = {"data.month": str(shown.month)}
    told = {
        "record-meeting": {"data.meeting": meeting},
        "record-session": {},
        "file-monthly-report": month,
        "report-figure": {},
    }
    return [
        (asked.spoken.value(verb, "verb"), _form(verb, shown, **given))
        for verb, given in told.items()
    ]


def _form(verb: str, shown: UnitMonth, **given: str) -> str:
    """The form of a command with the unit, the year and the day filled in."""
    named = {"target": f"{shown.unit}:{shown.year}", **given}
    return f"/do/{verb}?{urlencode(named)}"
