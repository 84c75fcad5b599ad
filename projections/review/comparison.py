"""Two reviews compared: then and now, figure by figure with the events behind each, or two years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from projections.review.answer import Answer, Key
from projections.review.answers import ANSWERS
from projections.review.causes import Causes
from projections.review.collecting.words import Word, keyed
from projections.review.collecting.year import Year
from projections.review.tables import Review, Table
from words.language import Language
from words.sentences import Names, nameless
from words.tables import Column

ROW = keyed("row", "review.in_the_table")
_FIGURES = ("number", "share", "yes_no")
_NOTHING: tuple[Any, ...] = (None, "", [], 0, False)
_SAID = (
    Column("figure"),
    Column("before", "value"),
    Column("after", "value"),
    Column("because", "lines"),
)


class Side(NamedTuple):
    """One of the two reviews, with the year behind it."""

    review: Review
    year: Year


class Comparison(NamedTuple):
    """The earlier review and the later one; `tables` have the differences of each answer that has any."""

    before: Review
    after: Review
    tables: tuple[Table, ...]

    @property
    def of_years(self) -> bool:
        return self.before.year != self.after.year


def compared(before: Side, after: Side, language: Language, names: Names = nameless) -> Comparison:
    """What differs. Two years are compared by their figures alone, without causes."""
    of_years = before.review.year != after.review.year
    causes = None if of_years else Causes(before.year, after.year, language, names)
    answers = [answer for answer in ANSWERS if answer.by_year or not of_years]
    tables = (_table(answer, before, after, causes) for answer in answers)
    return Comparison(
        before.review, after.review, tuple(table for table in tables if len(table.rows))
    )


def _table(answer: Answer, before: Side, after: Side, causes: Causes | None) -> Table:
    keys = [column for column in answer.columns if column.name in answer.keys]
    ordered = sorted(keys, key=lambda column: answer.keys.index(column.name))
    rows = list(_differences(answer, before, after, causes))
    return Table(answer.name, (*ordered, *_SAID), rows)


def _differences(
    answer: Answer, before: Side, after: Side, causes: Causes | None
) -> Iterator[tuple[Any, ...]]:
    of_years = causes is None
    one, other = (_by_key(answer, side.review, of_years=of_years) for side in (before, after))
    behind = _Behind(answer, before.year, after.year) if causes else None
    columns = [each for each in answer.columns if _is_compared(each, answer, of_years=of_years)]
    for key in sorted({*one, *other}, key=lambda key: tuple(map(str, key))):
        because = None
        for figure, was, is_now in _figures(columns, one.get(key), other.get(key)):
            if because is None:
                because = causes.of(behind.streams(key)) if causes and behind else []
            yield (*key, figure, was, is_now, because)


def _by_key(answer: Answer, review: Review, *, of_years: bool) -> dict[Key, Mapping[str, Any]]:
    table = review.table(answer.name)
    names = [column.name for column in table.columns]
    found: dict[Key, Mapping[str, Any]] = {}
    for row in table.rows:
        values = dict(zip(names, row, strict=True))
        if of_years and "period" in answer.keys:
            values["period"] = values["period"][4:]
        found[tuple(values[name] for name in answer.keys)] = values
    return found


def _is_compared(column: Column, answer: Answer, *, of_years: bool) -> bool:
    if column.name in answer.keys:
        return False
    return not of_years or column.kind in _FIGURES or column.name == "level"


def _figures(
    columns: Iterable[Column], one: Mapping[str, Any] | None, other: Mapping[str, Any] | None
) -> Iterator[tuple[str, Any, Any]]:
    """The figures that differ; of a row that only one side has, its figures or that it is there."""
    if one is not None and other is not None:
        for column in columns:
            was, is_now = one[column.name], other[column.name]
            if was != is_now:
                yield _word(column), was, is_now
        return
    there = one or other or {}
    figures = [
        each for each in columns if each.kind in _FIGURES and there[each.name] not in _NOTHING
    ]
    for column in figures:
        value = there[column.name]
        yield (_word(column), value, None) if one else (_word(column), None, value)
    if not figures:
        yield ROW, one is not None, other is not None


def _word(column: Column) -> Word:
    return Word(column.name, column.title("vi"), column.title("en"))


class _Behind:
    """The streams whose share in a row differs between two years as known."""

    def __init__(self, answer: Answer, before: Year, after: Year) -> None:
        self._one, self._other = (_shares(answer, year) for year in (before, after))

    def streams(self, key: Key) -> set[str]:
        one, other = self._one.get(key, {}), self._other.get(key, {})
        return {
            stream
            for stream in {*one, *other}
            if one.get(stream, _MISSING) != other.get(stream, _MISSING)
        }


_MISSING = object()


def _shares(answer: Answer, year: Year) -> dict[Key, dict[str, list[Any]]]:
    found: dict[Key, dict[str, list[Any]]] = {}
    for key, stream, value in answer.shares(year):
        found.setdefault(key, {}).setdefault(stream, []).append(value)
    return found
