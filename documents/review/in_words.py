"""A table of a review with words for its codes: what the page, the workbook and the CSV files show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, overload

from documents.review.changed import changed_field, changed_value
from documents.review.limits import LimitedShare, limit_of, limit_said
from projections.review.answers import ANSWERS
from projections.review.causes import Cause
from projections.review.collecting.words import Word
from projections.review.tables import Row, Table
from words import sentences
from words.kinds import Kind
from words.language import Language, find
from words.sentences import Names
from words.tables import Column

FOR_MACHINES = frozenset({"case"})
"""Columns left out of what people read: an id, beside the subject and the period that say the same."""
_NAMED = {
    "unit": Column("unit", "unit", word="unit_name"),
    "superior": Column("superior", "unit"),
}
CODED: frozenset[Kind] = frozenset(
    {
        "programme", "subject", "person", "organ", "unit", "event", "level", "stream", "authority",
        "use", "field", "value", "limit", "lines",
    }
)  # fmt: skip
_KINDS: Mapping[str, Mapping[str, Kind]] = {
    answer.name: {column.name: column.kind for column in answer.columns} for answer in ANSWERS
}


def in_words(
    table: Table, language: Language, names: Names, *, without: frozenset[str] = FOR_MACHINES
) -> Table:
    """The table without some columns; a code in it is a `Word`, so that it still sorts as it did."""
    kept = [at for at, column in enumerate(table.columns) if column.name not in without]
    named = [_named(column) for column in table.columns] if _is_of_differences(table) else None
    table = table._replace(columns=named or table.columns)
    said = _Said(table, kept, language, names)
    columns = [table.columns[at] for at in kept]
    return table._replace(columns=columns, rows=Worded(table.rows, said.row))


def _is_of_differences(table: Table) -> bool:
    """Whether it tells how two reviews differ: it then has no column with a unit's name beside its code."""
    return any(column.name == "figure" for column in table.columns)


def _named(column: Column) -> Column:
    return _NAMED.get(column.name, column)


class Worded(Sequence[Row]):
    """Rows that are put into words when they are looked at."""

    def __init__(self, rows: Sequence[Row], make: Callable[[Row], Row]) -> None:
        self._rows, self._make = rows, make

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return map(self._make, self._rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self._make(row) for row in self._rows[at]]
        return self._make(self._rows[at])


class _Said:
    """Makes the rows of one table; each code is looked up once."""

    def __init__(self, table: Table, kept: list[int], language: Language, names: Names) -> None:
        self._kept = [(at, table.columns[at].kind) for at in kept]
        self._language, self._names = language, names
        self._places = {column.name: at for at, column in enumerate(table.columns)}
        self._kinds = _KINDS.get(table.name, {}) if _is_of_differences(table) else {}
        self._known: dict[tuple[Kind, str], str] = {}

    def row(self, row: Row) -> Row:
        return tuple(self._cell(row, row[at], kind) for at, kind in self._kept)

    def _cell(self, row: Row, value: Any, kind: Kind) -> Any:
        if isinstance(value, Fraction):
            limit = limit_of(row, self._places)
            return value if limit is None else LimitedShare(value, limit)
        if kind not in CODED or not value or isinstance(value, Word):
            return value
        if isinstance(value, list):
            return [self._one(each, kind) for each in value]
        if kind == "value" and self._kinds:
            kind = self._kinds.get(str(row[self._places["figure"]]), kind)
        return self._one(value, kind)

    def _one(self, value: Any, kind: Kind) -> Any:
        if isinstance(value, Cause):
            return value.told(self._language)
        if not isinstance(value, str):
            return value
        found = self._known.get((kind, value))
        if found is None:
            found = self._known[kind, value] = self._word(value, kind)
        return found

    def _word(self, code: str, kind: Kind) -> str:
        told = _OWN.get(kind, _plain)(code, kind, self._language, self._names)
        return Word(code, told, told) if told != code else code


def _plain(code: str, kind: Kind, language: Language, names: Names) -> str:
    own = code.partition("@")[0] if kind == "event" else code
    return sentences.word(own, kind, language, names) if kind in CODED else code


def _use(code: str, kind: Kind, language: Language, names: Names) -> str:
    del kind
    return find(f"use.{code}", language) or sentences.word(code, "measure", language, names)


_OWN: Mapping[Kind, Callable[[str, Kind, Language, Names], str]] = {
    "use": _use,
    "field": changed_field,
    "value": changed_value,
    "limit": limit_said,
}
