"""What a list asks of a record, said once: as SQL for the database, and of a record in memory."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

import msgspec
import sqlalchemy as sa

FEW = 50
"""Values up to which each is a parameter of its own."""


class Criterion(Protocol):
    """A condition on one record; both readings agree on every record."""

    def clause(self, view: sa.Table, dialect: str) -> sa.ColumnElement[bool]: ...
    def keeps(self, record: Any) -> bool: ...


class Among(NamedTuple):
    """The column has one of the values."""

    column: str
    values: frozenset[str]

    def clause(self, view: sa.Table, dialect: str) -> sa.ColumnElement[bool]:
        return self.of(view.c[self.column], dialect)

    def of(self, column: sa.ColumnElement[str], dialect: str) -> sa.ColumnElement[bool]:
        """The same of an expression instead of the column itself."""
        values = sorted(self.values)
        if len(values) == 1:
            return column == values[0]
        return column.in_(values if len(values) <= FEW else _each(values, dialect))

    def keeps(self, record: Any) -> bool:
        return getattr(record, self.column) in self.values


class Below(NamedTuple):
    """The column comes before a value: of days, that it is an earlier one.

    `known` is a condition that follows from it, as an index has it: only then it is used.
    """

    column: str
    value: str
    known: str = ""

    def clause(self, view: sa.Table, _dialect: str) -> sa.ColumnElement[bool]:
        below = view.c[self.column] < self.value
        return sa.and_(sa.text(self.known), below) if self.known else below

    def keeps(self, record: Any) -> bool:
        return bool(getattr(record, self.column) < self.value)


class AtLeast(NamedTuple):
    """The column has a value or comes after it; `known` as in `Below`."""

    column: str
    value: str | int
    known: str = ""

    def clause(self, view: sa.Table, _dialect: str) -> sa.ColumnElement[bool]:
        found = view.c[self.column] >= self.value
        return sa.and_(sa.text(self.known), found) if self.known else found

    def keeps(self, record: Any) -> bool:
        return bool(getattr(record, self.column) >= self.value)


class AnyOf(NamedTuple):
    """At least one of several conditions; of none, none."""

    criteria: tuple[Criterion, ...]

    def clause(self, view: sa.Table, dialect: str) -> sa.ColumnElement[bool]:
        return sa.or_(sa.false(), *(each.clause(view, dialect) for each in self.criteria))

    def keeps(self, record: Any) -> bool:
        return any(each.keeps(record) for each in self.criteria)


class AllOf(NamedTuple):
    """Every one of several conditions."""

    criteria: tuple[Criterion, ...]

    def clause(self, view: sa.Table, dialect: str) -> sa.ColumnElement[bool]:
        return sa.and_(sa.true(), *(each.clause(view, dialect) for each in self.criteria))

    def keeps(self, record: Any) -> bool:
        return all(each.keeps(record) for each in self.criteria)


class Holds(NamedTuple):
    """The column, a list, has a value in it."""

    column: str
    value: str

    def clause(self, view: sa.Table, dialect: str) -> sa.ColumnElement[bool]:
        inside = sa.func.instr if dialect == "sqlite" else sa.func.strpos
        return inside(view.c[self.column], msgspec.json.encode(self.value).decode()) > 0

    def keeps(self, record: Any) -> bool:
        return self.value in getattr(record, self.column)


def _each(values: list[str], dialect: str) -> sa.Select[Any]:
    """Many values as the one parameter of a table."""
    if dialect == "sqlite":
        each = sa.func.json_each(msgspec.json.encode(values).decode()).table_valued("value")
        return sa.select(each.c.value)
    return sa.select(sa.func.unnest(sa.bindparam(None, values, type_=sa.ARRAY(sa.Text()))))
