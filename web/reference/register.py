"""The register of recognitions as of a day, as known at a moment; what was revoked later is told beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.pages import Listed
from application.questions.register_list import (
    COLUMNS,
    RegisterAsked,
    in_own_words,
    register_list,
    revoked_since,
)
from projections.cases.register_list import ORDERS
from web.asked import Asked, Person
from web.cases.moment import moment_of
from web.lists import choices
from web.lists.asked_for import many, one, yes_or_no
from web.lists.listing import Listing
from web.lists.page import list_page
from words.tables import Column

if TYPE_CHECKING:
    from application.questions.pages import Page

router = APIRouter()
_LATER = Column("revoked_since", "date")
_MORE = (Column("programme", "programme"), Column("revocation_effect", "effect"))


@router.get("/register")
def register_page(asked: Person) -> Response:
    """Every recognition of a unit, and of the members whose files the person may look at."""
    is_past = bool(one(asked, "known_at"))
    listing = Listing(
        title=asked.spoken.words("web.place.register"),
        place="register",
        address="/register",
        columns=(*COLUMNS, *([_LATER] if is_past else []), *_MORE),
        hidden=frozenset(each.name for each in _MORE),
        filters=(
            choices.SEARCH,
            choices.period(asked),
            *choices.MOMENT,
            choices.programme(asked),
            choices.yes_no(asked, "standing", "column.standing"),
            choices.UNDER,
        ),
        sorts=tuple(ORDERS),
        find=lambda where: _found(asked, where, is_past=is_past),
        leads=lambda row: _leads(asked, row),
    )
    return list_page(asked, listing)


def _found(asked: Asked, where: Page, *, is_past: bool) -> Listed[dict[str, Any]]:
    wanted = RegisterAsked(
        programmes=many(asked, "programme"),
        periods=many(asked, "period"),
        units=many(asked, "unit"),
        under=one(asked, "under"),
        persons=many(asked, "person"),
        standing=yes_or_no(asked, "standing"),
        search=one(asked, "search"),
        within=asked.sight.units,
        reader=asked.person,
    )
    listed = register_list(asked.system, wanted, where, **moment_of(asked).asked)
    found = in_own_words(asked.system, listed)
    later = revoked_since(asked.system, (row["case"] for row in found.rows)) if is_past else {}
    rows = [{**row, "revoked_since": later.get(row["case"])} for row in found.rows]
    return Listed(rows, found.after)


def _leads(asked: Asked, row: dict[str, Any]) -> str:
    """To the case, where it is one that the person may look at."""
    kind, _, code = row["subject"].partition(":")
    return f"/cases/{row['case']}" if kind == "member" or code in asked.sight.units else ""
