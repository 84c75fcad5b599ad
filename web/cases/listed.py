"""The list of cases: of the units that a person looks after and of all below them, and their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.responses import Response

from application.commands.typed_days import typed_day
from application.questions.case_list import COLUMNS, CasesAsked, case_list
from projections.cases.case_list import ORDERS
from web.asked import Asked, Person
from web.cases.moment import moment_of
from web.lists import choices
from web.lists.asked_for import many, one, yes_or_no
from web.lists.listing import Filter, Listing
from web.lists.page import list_page
from words.tables import Column

if TYPE_CHECKING:
    from application.questions.pages import Listed, Page

router = APIRouter()
_SHOWN = (
    *(each for each in COLUMNS if each.name != "unit"),
    Column("unit_name"), Column("programme", "programme"), Column("subject_kind", "subject_kind"),
    Column("since", "date"),
)  # fmt: skip
_HIDDEN = frozenset({"unit_name", "programme", "subject_kind", "since"})


@router.get("/cases")
def cases_page(asked: Person) -> Response:
    """The cases that the person may look at, narrowed down as the address says."""
    listing = Listing(
        title=asked.spoken.words("web.place.cases"),
        place="cases",
        address="/cases",
        columns=_SHOWN,
        hidden=_HIDDEN,
        filters=_filters(asked),
        sorts=tuple(ORDERS),
        find=lambda where: _found(asked, where),
        leads=lambda row: f"/cases/{row.case}",
    )
    return list_page(asked, listing)


def _filters(asked: Asked) -> tuple[Filter, ...]:
    return (
        choices.SEARCH,
        choices.programme(asked),
        choices.period(asked),
        choices.stage(asked),
        choices.UNDER,
        choices.yes_no(asked, "late", "column.late"),
        choices.outcome(asked),
        Filter("unit", "column.unit_name"),
        Filter("due_before", "web.due_before", "date"),
        *choices.MOMENT,
    )


def _found(asked: Asked, where: Page) -> Listed[Any]:
    due_before = one(asked, "due_before")
    wanted = CasesAsked(
        programmes=many(asked, "programme"),
        periods=many(asked, "period"),
        stages=many(asked, "stage"),
        outcomes=many(asked, "outcome"),
        units=many(asked, "unit"),
        organs=many(asked, "organ"),
        under=one(asked, "under"),
        persons=() if asked.sight.units else (asked.person,),
        late=yes_or_no(asked, "late"),
        due_before=typed_day(due_before, "due_before") if due_before else None,
        search=one(asked, "search"),
        within=asked.sight.units or None,
    )
    return case_list(asked.system, wanted, where, **moment_of(asked).asked)
