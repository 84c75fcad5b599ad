"""The list of programmes: every version that was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.programme_list import ProgrammeRow, programmes
from web.asked import Asked, Person
from web.lists.acts import links
from web.lists.asked_for import one
from web.lists.at_once import cut
from web.lists.choices import SEARCH
from web.lists.listing import Listing
from web.lists.page import list_page
from words.folded import folded
from words.tables import Column

if TYPE_CHECKING:
    from application.questions.pages import Listed, Page

router = APIRouter()
_SHOWN = (Column("name"), Column("published_on", "date"))


@router.get("/programmes")
def programmes_page(asked: Person) -> Response:
    """Every version, the newest first."""
    listing = Listing(
        title=asked.spoken.words("web.place.programmes"),
        place="programmes",
        address="/programmes",
        columns=_SHOWN,
        filters=(SEARCH,),
        find=lambda where: _found(asked, where),
        leads=lambda row: f"/programmes/{row.code}?version={row.version}",
        links=links(asked, ("publish-programme",)),
    )
    return list_page(asked, listing)


def _found(asked: Asked, where: Page) -> Listed[ProgrammeRow]:
    words = folded(one(asked, "search")).split()
    rows = reversed(programmes(asked.system, asked.language))
    return cut([row for row in rows if all(word in folded(row.name) for word in words)], where)
