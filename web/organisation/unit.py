"""One unit on a day: what it is, who may act for each of its organs, what is below it, its cases, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from starlette.responses import Response

from application.commands.typed_days import typed_day
from application.questions.case_list import COLUMNS as OF_CASES
from application.questions.case_list import CasesAsked, case_list
from application.questions.pages import Page
from application.questions.unit_list import UnitsAsked, unit_list
from application.questions.unit_shown import unit
from web.asked import Asked, Person
from web.drawing import page
from web.lists.acts import links
from web.lists.asked_for import one
from web.lists.listing import Link
from web.lists.plain import Plain, plain
from web.organisation.organs import organs_of
from web.organisation.units import unit_address

if TYPE_CHECKING:
    from application.questions.unit_shown import UnitShown

router = APIRouter()
NEWEST = 20
"""So many cases and units below stand on the page; the others are in their lists."""
UNIT_VERBS = (
    "rename-unit", "move-unit", "change-unit-kind", "change-attributes", "establish-organ", "abolish-organ",
    "merge-unit", "split-unit", "dissolve-unit", "assign-follower", "release-follower", "record-visit",
)  # fmt: skip
_CASES = tuple(c for c in OF_CASES if c.name in {"subject", "period", "stage", "due_on"})


@router.get("/units/{code}")
def unit_page(asked: Person, code: str) -> Response:
    """A unit as of a day, today where none is named."""
    text = one(asked, "as_of")
    on = typed_day(text, "as_of") if text else None
    shown = unit(asked.system, code, on)
    code = shown.code
    spoken = asked.spoken
    return page(
        asked,
        "unit.html.j2",
        title=shown.name or spoken.value(code, "unit"),
        place="units",
        address=unit_address(code),
        code=code,
        as_of=text,
        facts=_facts(asked, shown),
        organs=organs_of(asked, shown),
        below=_below(asked, code),
        cases=_cases(asked, code),
        before=[_linked(asked, each) for each in shown.predecessors],
        after=[_linked(asked, each) for each in shown.successors],
        acts=links(asked, UNIT_VERBS, code, target=code),
    )


def _facts(asked: Asked, shown: UnitShown) -> list[tuple[str, str, str]]:
    """What it is, each with the page that it leads to; `exists` where it does not."""
    spoken = asked.spoken
    told = [
        ("column.kind", spoken.value(shown.kind, "unit_kind"), ""),
        ("column.org_type", spoken.value(shown.org_type, "org_type"), ""),
        ("column.parent", spoken.value(shown.parent, "unit"), unit_address(shown.parent)),
        ("column.attributes", spoken.value(shown.attributes, "attribute"), ""),
        ("column.followers", spoken.value(shown.followers, "person"), ""),
        ("column.exists", "" if shown.exists else spoken.value(value=False, kind="yes_no"), ""),
    ]
    return [(spoken.words(key), words, address) for key, words, address in told if words]


def _below(asked: Asked, code: str) -> list[Link]:
    found = unit_list(asked.system, UnitsAsked(parents=(code,), ended=False), Page(size=NEWEST))
    more = [Link(asked.spoken.words("web.more"), f"/units?parent={code}")] if found.after else []
    return [*(Link(row.name, unit_address(row.code)) for row in found.rows), *more]


def _cases(asked: Asked, code: str) -> Plain | None:
    """The newest; None for whoever may not look at them."""
    if code not in asked.sight.units:
        return None
    wanted = CasesAsked(units=(code,), within=asked.sight.units)
    found: Any = case_list(asked.system, wanted, Page(size=NEWEST, order="-since"))
    return plain(asked.spoken, found.rows, _CASES, lambda row: f"/cases/{row.case}")


def _linked(asked: Asked, code: str) -> Link:
    return Link(asked.spoken.value(code, "unit"), unit_address(code))
