"""The list of rounds, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.pages import Listed
from application.questions.round_list import COLUMNS, RoundRow, rounds
from web.acts.inputs import Option
from web.asked import Asked, Person
from web.lists import choices
from web.lists.acts import links
from web.lists.asked_for import one
from web.lists.listing import Filter, Link, Listing
from web.lists.page import list_page
from web.rounds.last_year import newest, next_round

if TYPE_CHECKING:
    from application.questions.pages import Page

router = APIRouter()
_STATES = ("open", "locked", "sealed")
_SHOWN = tuple(c for c in COLUMNS if c.kind != "code" or c.name == "period")


@router.get("/rounds")
def rounds_page(asked: Person) -> Response:
    """Every round."""
    listing = Listing(
        title=asked.spoken.words("web.place.rounds"),
        place="rounds",
        address="/rounds",
        columns=[c for c in _SHOWN if c.name != "version"],
        filters=(choices.programme(asked), choices.period(asked), _state(asked)),
        find=lambda where: _found(asked, where),
        leads=lambda row: f"/rounds/{row.programme}/{row.period}",
        links=round_links(asked),
    )
    return list_page(asked, listing)


def _state(asked: Asked) -> Filter:
    options = [Option(each, asked.spoken.value(each, "state"), chosen=False) for each in _STATES]
    return Filter("state", "column.state", "select", tuple(options))


def _found(asked: Asked, where: Page) -> Listed[RoundRow]:
    """All at once: an office has some dozens."""
    del where
    wanted = {name: one(asked, name) for name in ("programme", "period", "state")}
    rows = [
        row
        for row in rounds(asked.system)
        if all(not value or getattr(row, name) == value for name, value in wanted.items())
    ]
    return Listed(sorted(rows, key=lambda row: (row.opened_on, row.period), reverse=True))


def round_links(asked: Asked) -> list[Link]:
    """To open a round: each programme's next from its last, else an empty form."""
    if not links(asked, ("open-round",)):
        return []
    following = [
        link for row in newest(rounds(asked.system)) if (link := next_round(asked, row)) is not None
    ]
    return [*following, *links(asked, ("open-round",))]
