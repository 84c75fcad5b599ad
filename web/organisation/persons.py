"""Officials: who acts for which organ on a day; and one person with every right, its paper, and what they lent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.responses import Response

from application.commands.typed_days import typed_day
from application.questions.case_list import COLUMNS as OF_CASES
from application.questions.case_list import CasesAsked, case_list
from application.questions.officials import is_member_in_sight, officials, person_in_sight
from application.questions.pages import Page
from application.questions.persons import COLUMNS, PersonRow
from application.questions.rights import COLUMNS as RIGHTS
from application.questions.rights import LENT
from domain.streams import split_organ
from web.asked import Asked, Person
from web.cases.looked_at import note_look
from web.drawing import page
from web.lists import choices
from web.lists.acts import links
from web.lists.asked_for import one
from web.lists.at_once import cut
from web.lists.listing import Filter, Listing
from web.lists.page import list_page
from web.lists.plain import Plain, plain
from web.organisation.units import unit_address

if TYPE_CHECKING:
    from datetime import date

    from application.questions.pages import Listed
    from application.questions.persons import PersonShown

router = APIRouter()
PERSON_VERBS = (
    "give-mandate", "end-mandate", "delegate", "end-delegation", "start-membership", "end-membership",
    "record-exemption",
)  # fmt: skip
_SHOWN = tuple(each for each in COLUMNS if each.kind != "code")
_RIGHTS = tuple(each for each in RIGHTS if each.kind != "code")
_LENT = tuple(each for each in LENT if each.kind != "code")
_CASES = tuple(c for c in OF_CASES if c.name in {"subject", "period", "stage", "outcome", "due_on"})


@router.get("/persons")
def persons_page(asked: Person) -> Response:
    """Everybody who acts for an organ on a day."""
    words = asked.spoken.words
    listing = Listing(
        title=words("web.persons"),
        place="units",
        address="/persons",
        columns=_SHOWN,
        filters=(
            choices.SEARCH,
            Filter("as_of", "web.as_of", "date"),
            Filter("at", "column.unit_name"),
        ),
        find=lambda where: _found(asked, where),
        leads=lambda row: f"/persons/{row.person}",
        links=links(asked, ("register-person",)),
    )
    return list_page(asked, listing)


def _found(asked: Asked, where: Page) -> Listed[PersonRow]:
    rows, at = officials(asked.system, _day(asked), one(asked, "search")), one(asked, "at")
    return cut([row for row in rows if not at or _acts_at(row, at, asked)], where)


def _acts_at(row: PersonRow, at: str, asked: Asked) -> bool:
    """Whether they act for an organ of a unit, which is named by its code or its name."""
    units = {split_organ(organ)[0] for organ in row.organs}
    return at in units or at in {asked.spoken.value(each, "unit") for each in units}


def _day(asked: Asked) -> date | None:
    text = one(asked, "as_of")
    return typed_day(text, "as_of") if text else None


@router.get("/persons/{code}")
def person_page(asked: Person, code: str) -> Response:
    """A person as of a day; their file where it may be looked at."""
    shown, spoken = person_in_sight(asked.system, asked.sight, code, _day(asked)), asked.spoken
    return page(
        asked,
        "person.html.j2",
        title=spoken.value(code, "person"),
        place="units",
        address=f"/persons/{code}",
        as_of=one(asked, "as_of"),
        unit=spoken.value(shown.unit, "unit"),
        unit_address=unit_address(shown.unit),
        rights=plain(spoken, shown.acting, _RIGHTS),
        lent=plain(spoken, shown.lent, _LENT, lambda each: f"/persons/{each.person}"),
        cases=_cases(asked, shown),
        acts=links(asked, PERSON_VERBS, _unit_of(shown), target=code),
    )


def _unit_of(shown: PersonShown) -> str:
    """The unit for which they act first, else that of which they are a member."""
    organs = [each.organ for each in shown.acting if each.holds]
    return split_organ(organs[0])[0] if organs else shown.unit


def _cases(asked: Asked, shown: PersonShown) -> Plain | None:
    """Those about the person; None where their file is not the reader's to look at, which is noted where it is."""
    if not is_member_in_sight(asked.system, asked.sight, shown.person, shown.on):
        return None
    note_look(asked, f"member:{shown.person}")
    own = shown.person == asked.person
    wanted = CasesAsked(persons=(shown.person,), within=None if own else asked.sight.units)
    found: Any = case_list(asked.system, wanted, Page(size=50))
    return plain(asked.spoken, found.rows, _CASES, lambda row: f"/cases/{row.case}")
