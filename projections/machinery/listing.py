"""A page of a list: filtered, ordered and cut by the database, or the same done in memory.

A page begins after a key, never after a number of rows: what comes before it costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from math import prod
from types import SimpleNamespace
from typing import Any, Generic, NamedTuple

import sqlalchemy as sa

from projections.machinery.criteria import FEW, Among, AnyOf, Criterion
from projections.machinery.read_model import ReadModel, S
from projections.machinery.schema_guard import require

Key = tuple[str, ...]
APART = 16
"""How many selects one question may become, so that an index can answer each."""


class Order(NamedTuple):
    """Columns by which a list is sorted; the last one is unique, so that no two keys are equal."""

    columns: tuple[str, ...]
    descending: bool = False

    def key(self, record: Any) -> Key:
        return tuple(getattr(record, column) for column in self.columns)


class Half(NamedTuple):
    """Some of the records, with indexes of their own: a condition in SQL, and columns equal in all of them."""

    where: str = ""
    same: Mapping[str, str] = {}


@dataclass(frozen=True)
class Lists(Generic[S]):
    """How records of a read model are listed.

    Each of `halves` is asked by itself and the answers are merged. A criterion with several values on
    a column of `apart` becomes one select for each value. A criterion on one of `rare` leaves few
    records: they are found first and then sorted; else an index in the order of the list is walked.
    `placed` are the columns in whose order the indexes on `apart` are.
    """

    model: ReadModel[S]
    halves: Sequence[Half] = (Half(),)
    apart: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()

    def page(
        self,
        connection: sa.Connection,
        criteria: Sequence[Criterion],
        order: Order,
        after: Key | None = None,
        size: int | None = None,
    ) -> list[S]:
        """The records that fit, in order, after a key; `size` of them at most. Raises RebuildNeededError."""
        require(connection, self.model)
        found = [
            record
            for select in self.selects(connection, criteria, order, after, size)
            for record in map(self.model.unpack, connection.execute(select))
        ]
        found.sort(key=order.key, reverse=order.descending)
        return found[:size]

    def count(
        self, connection: sa.Connection, criteria: Sequence[Criterion], by: Sequence[str] = ()
    ) -> dict[Key, int]:
        """How many there are that fit, by the values of some columns; none of the rows is read.

        Raises RebuildNeededError.
        """
        require(connection, self.model)
        counted: dict[Key, int] = {}
        sqlite = connection.dialect.name == "sqlite"
        for half, fitting in self._parts(criteria):
            found_first = sqlite and any(self._is_rare(each) for each in fitting)
            named = [self.model.view.c[column] for column in by]
            columns = [_apart_from_indexes(column) if found_first else column for column in named]
            select = sa.select(*columns, sa.func.count()).select_from(self.model.view)
            for *key, number in connection.execute(
                select.where(*self._clauses(connection, half, fitting)).group_by(*columns)
            ):
                counted[tuple(key)] = counted.get(tuple(key), 0) + number
        return {key: number for key, number in counted.items() if number}

    def selects(
        self,
        connection: sa.Connection,
        criteria: Sequence[Criterion],
        order: Order,
        after: Key | None,
        size: int | None,
    ) -> Iterator[sa.Select[Any]]:
        view = self.model.view
        key = view.c[self.model.columns[0]]
        sqlite = connection.dialect.name == "sqlite"
        for half, fitting in self._parts(criteria):
            rest = _rest(half, order, after)
            if rest is None:
                continue
            names = [name for name in order.columns if name not in half.same]
            found_first = sqlite and any(self._is_rare(each) for each in fitting)
            columns = [_apart_from_indexes(view.c[n]) if found_first else view.c[n] for n in names]
            along = "" if found_first or not sqlite else names[0]
            clauses = self._clauses(connection, half, fitting, along)
            if rest:
                clauses.append(_beyond(columns, rest, descending=order.descending))
            ordered = [column.desc() if order.descending else column for column in columns]
            keys = sa.select(key).where(*clauses).order_by(*ordered).limit(size)
            # First the keys, out of an index alone; then the rows that are shown.
            yield sa.select(view).where(key.in_(keys) if size else sa.and_(True, *clauses))

    def _is_rare(self, criterion: Criterion) -> bool:
        if _is_wide(criterion):
            return False
        return isinstance(criterion, AnyOf) or getattr(criterion, "column", "") in self.rare

    def _parts(self, criteria: Sequence[Criterion]) -> Iterator[tuple[Half, list[Criterion]]]:
        """The criteria of each select: for each half, and for each value on a column of `apart` if these are few."""
        chosen = [c for c in criteria if isinstance(c, Among) and c.column in self.apart]
        others = [c for c in criteria if c not in chosen]
        alone: Iterable[tuple[Criterion, ...]] = [tuple(chosen)]
        if prod(len(c.values) for c in chosen) <= APART:
            alone = product(*([Among(c.column, frozenset([v])) for v in c.values] for c in chosen))
        for each in alone:
            for half in self.halves:
                fitting = _fitting(half, [*each, *others])
                if fitting is not None:
                    yield half, fitting

    def _clauses(
        self, connection: sa.Connection, half: Half, criteria: Iterable[Criterion], along: str = ""
    ) -> list[Any]:
        """`along` is the column whose order is gone along, so that others are not looked up in theirs."""
        view, dialect = self.model.view, connection.dialect.name
        own: list[Any] = [sa.text(half.where)] if half.where else []
        for each in criteria:
            if isinstance(each, Among) and along and self._is_passed_by(each, along):
                own.append(each.of(_apart_from_indexes(view.c[each.column]), dialect))
            elif isinstance(each, AnyOf) and along and _is_wide(each):
                own.append(_passed_by(each, view, dialect))
            else:
                own.append(each.clause(view, dialect))
        return own

    def _is_passed_by(self, among: Among, along: str) -> bool:
        """Many values are looked at on the way; an index on `apart` columns is in the order of the place."""
        if len(among.values) > FEW:
            return True
        return among.column in self.apart and along not in {among.column, *self.placed}


def _is_wide(criterion: Criterion) -> bool:
    """Whether it has so many values that records are looked at one by one for it."""
    if isinstance(criterion, AnyOf):
        return any(_is_wide(each) for each in criterion.criteria)
    return isinstance(criterion, Among) and len(criterion.values) > FEW


def _passed_by(any_of: AnyOf, view: sa.Table, dialect: str) -> sa.ColumnElement[bool]:
    """One of several conditions, looked at on the way."""
    return sa.or_(
        sa.false(),
        *(
            each.of(_apart_from_indexes(view.c[each.column]), dialect)
            if isinstance(each, Among)
            else each.clause(view, dialect)
            for each in any_of.criteria
        ),
    )


def in_memory(
    records: Iterable[S],
    criteria: Sequence[Criterion],
    order: Order,
    after: Key | None = None,
    size: int | None = None,
) -> list[S]:
    """As `Lists.page`, of records that are at hand."""
    found = [record for record in records if all(each.keeps(record) for each in criteria)]
    found.sort(key=order.key, reverse=order.descending)
    if after is not None:
        found = [each for each in found if _comes_after(order, order.key(each), after)]
    return list(islice(found, size))


def _comes_after(order: Order, key: Key, after: Key) -> bool:
    return key < after if order.descending else key > after


def _fitting(half: Half, criteria: Iterable[Criterion]) -> list[Criterion] | None:
    """The criteria that are still to be asked of a half; None where no record of it can fit."""
    asked = []
    for each in criteria:
        if _is_settled(each, half):
            if not each.keeps(SimpleNamespace(**half.same)):
                return None
        else:
            asked.append(each)
    return asked


def _is_settled(criterion: Criterion, half: Half) -> bool:
    """Whether all records of a half answer a criterion alike."""
    if isinstance(criterion, AnyOf):
        return all(_is_settled(each, half) for each in criterion.criteria)
    return getattr(criterion, "column", "") in half.same


def _rest(half: Half, order: Order, after: Key | None) -> Key | None:
    """What the other columns of a half have to come after: nothing at all is (), no record fits is None."""
    if after is None:
        return ()
    rest = []
    for column, value in zip(order.columns, after, strict=True):
        same = half.same.get(column)
        if same is None:
            rest.append(value)
        elif same != value:
            return () if _comes_after(order, (same,), (value,)) and not rest else None
    return tuple(rest)


def _apart_from_indexes(column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """SQLite counts on no statistics here: of a column that is an expression it uses no index."""
    return sa.literal_column(f"+{column.key}", column.type)


def _beyond(
    columns: Sequence[sa.ColumnElement[Any]], key: Key, *, descending: bool
) -> sa.ColumnElement[bool]:
    here, there = sa.tuple_(*columns), sa.tuple_(*(sa.literal(value) for value in key))
    return here < there if descending else here > there
