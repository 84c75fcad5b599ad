"""The list of cases: filters, sort and page in the address, so that it can be sent to somebody and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import Response

from application.commands.typed_days import typed_day
from application.questions.case_list import COLUMNS, CasesAsked, case_list
from application.questions.editions import editions
from application.questions.pages import Page
from domain.refusal import RefusedError
from web.acts.inputs import Option
from web.acts.told import reasons
from web.asked import Asked, Person
from web.cases.moment import moment_of
from web.drawing import UNPROCESSABLE, page

if TYPE_CHECKING:
    from domain.refusal import Refusal
    from projections.cases.case_list import CaseRow

router = APIRouter()
SHOWN = 50
_SHOWN = tuple(each for each in COLUMNS if each.name != "unit")
_MANY = ("programme", "period", "stage", "outcome", "unit", "organ")
_ONE = ("under", "search", "due_before", "late", "sort", "as_of", "known_at")


class Line(NamedTuple):
    """A row: where it leads, and its cells in words."""

    address: str
    cells: list[str]
    late: bool


@router.get("/cases")
def cases_page(asked: Person) -> Response:
    """The cases that the person may look at, narrowed down as the address says."""
    try:
        found = _found(asked)
    except RefusedError as refused:
        return _page(asked, [], "", refused.refusals)
    return _page(asked, found.rows, found.after, [])


def _found(asked: Asked) -> Any:
    query = asked.request.query_params
    many = {name: tuple(filter(None, query.getlist(name))) for name in _MANY}
    due_before = query.get("due_before", "")
    wanted = CasesAsked(
        programmes=many["programme"],
        periods=many["period"],
        stages=many["stage"],
        outcomes=many["outcome"],
        units=many["unit"],
        organs=many["organ"],
        under=query.get("under", ""),
        persons=() if asked.sight.units else (asked.person,),
        late=True if query.get("late") else None,
        due_before=typed_day(due_before, "due_before") if due_before else None,
        search=query.get("search", ""),
        within=asked.sight.units or None,
    )
    where = Page(size=SHOWN, after=query.get("after", ""), order=query.get("sort", ""))
    return case_list(asked.system, wanted, where, **moment_of(asked).asked)


def _page(asked: Asked, rows: list[CaseRow], after: str, wrong: list[Refusal]) -> Response:
    spoken, query = asked.spoken, asked.request.query_params
    told = reasons(wrong, spoken, {})
    kept = [(name, value) for name, value in query.multi_items() if value and name != "after"]
    return page(
        asked,
        "cases.html.j2",
        status=UNPROCESSABLE if told else 200,
        title=spoken.words("web.place.cases"),
        place="cases",
        reasons=told,
        titles=spoken.titles(_SHOWN),
        rows=[_line(row, asked) for row in rows],
        next_page=f"/cases?{urlencode([*kept, ('after', after)])}" if after else "",
        programmes=_programmes(asked, query.get("programme", "")),
        query={name: query.get(name, "") for name in (*_MANY, *_ONE)},
    )


def _line(row: CaseRow, asked: Asked) -> Line:
    return Line(f"/cases/{row.case}", asked.spoken.cells(row, _SHOWN), row.late)


def _programmes(asked: Asked, chosen: str) -> list[Option]:
    codes = [each.programme.code for each in editions(asked.system) if each.tables]
    return [Option(c, asked.spoken.value(c, "programme"), c == chosen) for c in codes]
