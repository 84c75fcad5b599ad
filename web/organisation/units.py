"""The list of units, and the tree that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.organisation import units
from application.questions.unit_list import COLUMNS, UnitsAsked, unit_list
from projections.organisation.unit_list import ORDERS
from web.asked import Asked, Person
from web.drawing import page
from web.lists import choices
from web.lists.acts import links, sets_up
from web.lists.asked_for import many, one, yes_or_no
from web.lists.listing import Filter, Link, Listing
from web.lists.page import list_page
from words.tables import Column

if TYPE_CHECKING:
    from application.questions.pages import Listed, Page
    from projections.organisation.unit_list import UnitRow

router = APIRouter()
DEPTH = 2
"""Levels below a unit that the tree opens at once; those below are a click away."""
_SHOWN = (Column("name"), *(c for c in COLUMNS if c.name != "name"), Column("ended_on", "date"))


class Branch(NamedTuple):
    """A unit in the tree; `more` counts what stands below it and is not drawn."""

    name: str
    kind: str
    code: str
    branches: tuple[Branch, ...]
    more: int


def unit_address(code: str) -> str:
    """The page of a unit."""
    return f"/units/{quote(code, safe='')}"


@router.get("/units")
def units_page(asked: Person) -> Response:
    """Every unit, as it is called now."""
    listing = Listing(
        title=asked.spoken.words("web.place.units"),
        place="units",
        address="/units",
        columns=_SHOWN,
        hidden=frozenset({"code", "ended_on"}),
        filters=(
            choices.SEARCH,
            choices.unit_kind(asked),
            choices.UNDER,
            choices.yes_no(asked, "ended", "web.ended"),
            Filter("parent", "column.parent"),
        ),
        sorts=tuple(ORDERS),
        find=lambda where: _found(asked, where),
        leads=lambda row: unit_address(row.code),
        links=_links(asked),
    )
    return list_page(asked, listing)


def _links(asked: Asked) -> list[Link]:
    words = asked.spoken.words
    around = [Link(words("web.unit_tree"), "/unit-tree"), Link(words("web.persons"), "/persons")]
    if not sets_up(asked):
        return around
    return [*around, Link(words("web.set_up"), "/set-up"), *links(asked, ("register-unit",))]


def _found(asked: Asked, where: Page) -> Listed[UnitRow]:
    wanted = UnitsAsked(
        under=one(asked, "under"),
        parents=many(asked, "parent"),
        kinds=many(asked, "kind"),
        ended=yes_or_no(asked, "ended"),
        search=one(asked, "search"),
    )
    return unit_list(asked.system, wanted, where)


@router.get("/unit-tree")
def tree_page(asked: Person) -> Response:
    """The units below one, or all from the top, those that are no more left out."""
    below: dict[str, list[dict[str, Any]]] = {}
    for each in units(asked.system):
        if not each.get("ended_on"):
            below.setdefault(each["parent"], []).append(each)
    top = one(asked, "at")
    return page(
        asked,
        "unit_tree.html.j2",
        title=asked.spoken.words("web.unit_tree"),
        place="units",
        at=asked.spoken.value(top, "unit"),
        at_address=unit_address(top),
        branches=[_branch(asked, each, below, DEPTH) for each in below.get(top, [])],
    )


def _branch(
    asked: Asked, unit: dict[str, Any], below: dict[str, list[dict[str, Any]]], depth: int
) -> Branch:
    under = below.get(unit["code"], [])
    drawn = tuple(_branch(asked, each, below, depth - 1) for each in under) if depth else ()
    kind = asked.spoken.value(unit["kind"], "unit_kind")
    return Branch(
        unit["name"], kind, quote(unit["code"], safe=""), drawn, 0 if depth else len(under)
    )
