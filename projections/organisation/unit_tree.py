"""The tree of units on a day, from the top down: which units are at or below one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa

from projections.machinery.criteria import Among
from projections.machinery.schema_guard import require
from projections.organisation.units import UNITS


def at_or_below(connection: sa.Connection, code: str, on: date) -> frozenset[str]:
    """A unit with everything below it on a day; what was below a unit that has ended is below its successor.

    Costs one question for each level. Raises RebuildNeededError.
    """
    require(connection, UNITS)
    day, moving = on.isoformat(), _moving(connection, on)
    found, level = {code}, {code}
    while level:
        below = {unit for unit, parent in moving.items() if parent in level}
        level = (below | _below(connection, level, day, moving)) - found
        found |= level
    return frozenset(found)


def _below(
    connection: sa.Connection, level: Iterable[str], day: str, moving: Iterable[str]
) -> set[str]:
    view, codes, dialect = UNITS.view, frozenset(level), connection.dialect.name
    children = sa.select(view.c.code).where(Among("parent", codes).clause(view, dialect))
    ended = sa.select(view.c.code).where(
        Among("successor", codes).clause(view, dialect),
        sa.text("successor <> ''"),
        view.c.ended_on <= day,
    )
    found = {*connection.execute(children).scalars()} - set(moving)
    return found | {*connection.execute(ended).scalars()}


def _moving(connection: sa.Connection, on: date) -> dict[str, str]:
    """Units of which it is known that they will be moved after the day, with the unit above them on it."""
    view = UNITS.view
    query = sa.select(view).where(view.c.settled_on > on.isoformat())
    units = [UNITS.unpack(row).unit for row in connection.execute(query)]
    return {unit.code: unit.parent_on(on) for unit in units}
