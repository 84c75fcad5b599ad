"""The list of units: narrowed down, sorted, page by page, as they are called now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from application.questions.filters import Names, in_codes, kinds_named, units_asked
from application.questions.narrowed import narrowed
from application.questions.pages import Listed, Page, Question
from projections.engine import catch_up
from projections.organisation.unit_list import ORDERS, UNIT_LIST, UnitFilter, UnitRow, shown
from words.tables import Column

if TYPE_CHECKING:
    from application.running.system import System

COLUMNS = (
    Column("code", "code"),
    Column("name"),
    Column("kind", "unit_kind"),
    Column("parent", "unit"),
)
"""What a list of units shows people, in order; `UnitRow` has more."""


class UnitsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What the units listed have: of each set that names any, one.

    `kinds` are codes such as BASE_CELL or their words, `parents` the units directly above, `under` a unit with
    everything below it today; `ended` is whether they are no more, `search` words of their names and codes.
    """

    units: Names = ()
    under: str = ""
    parents: Names = ()
    kinds: Names = ()
    ended: bool | None = None
    search: str = ""


def unit_list(system: System, asked: UnitsAsked, page: Page) -> Listed[UnitRow]:
    """A page of the units that fit; refuses what is no filter, no sort key, no mark of this list."""
    asked = in_codes(system, asked)
    question = Question("units", asked, page, ORDERS)
    searched = narrowed(system, asked.search)
    wanted = UnitFilter(
        units=units_asked(system, asked.units, asked.under),
        parents=frozenset(asked.parents),
        kinds=kinds_named(asked.kinds),
        ended=asked.ended,
        found=searched.units if searched else None,
    )
    catch_up(system.ledger)
    with system.ledger.connection() as connection:
        criteria = wanted.criteria()
        listed = UNIT_LIST.page(
            connection, criteria, question.order, question.after, question.wanted
        )
    records, mark = question.listed(listed)
    return Listed([shown(record) for record in records], mark)
