"""The pages on which people look things up: lists, units, persons, rounds, programmes, the register, the review."""

from __future__ import annotations

from web.organisation import persons, set_up, unit, units, units_by_table
from web.programmes import compared
from web.programmes import listed as programmes
from web.programmes import page as one_programme
from web.reference import position, register, search
from web.review import page as review
from web.review import then_and_now, what_if, years
from web.rounds import listed as rounds
from web.rounds import page as one_round

ROUTERS = tuple(
    each.router
    for each in (
        register, units, unit, units_by_table, set_up, persons, rounds, one_round, programmes, one_programme, compared,
        years, review, then_and_now, what_if, search, position,
    )
)  # fmt: skip
