"""What charts ask of a table: whether it has the columns, its rows by name, sums by one of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from documents.review.numbers import number, said
from projections.review.tables import Table
from words.language import say
from words.tables import Column

GLUE = "\u00a0"
"""A space at which no line is broken."""


class Summed(NamedTuple):
    """A value of the column that was grouped by, and the sums of the others, by name."""

    key: Any
    sums: dict[str, int]


def has(table: Table, *names: str) -> bool:
    """Whether there is something to draw: rows, and all of these columns."""
    return len(table.rows) > 0 and {*names} <= {column.name for column in table.columns}


def column(table: Table, name: str) -> Column:
    return {column.name: column for column in table.columns}[name]


def heading(table: Table, name: str, language: str) -> str:
    return column(table, name).title(language)


def sums(table: Table, by: str, names: Sequence[str]) -> list[Summed]:
    """One for each value of `by`, in the order in which they come."""
    found: dict[Any, Summed] = {}
    for row in named(table, (by, *names)):
        summed = found.setdefault(row[by], Summed(row[by], dict.fromkeys(names, 0)))
        for name in names:
            summed.sums[name] += row[name] or 0
    return list(found.values())


def named(table: Table, names: Iterable[str]) -> Iterable[dict[str, Any]]:
    """The rows as dictionaries of these columns; a table may be longer than memory is wide."""
    places = {column.name: place for place, column in enumerate(table.columns)}
    wanted = {name: places[name] for name in names}
    for row in table.rows:
        yield {name: row[place] for name, place in wanted.items()}


def told(values: Mapping[str, Any], labels: Mapping[str, str], language: str) -> str:
    """The values in words, without those that are zero; a line never ends before a number."""
    return listed(
        (labels[name], number(value, language)) for name, value in values.items() if value
    )


def listed(pairs: Iterable[tuple[str, str]]) -> str:
    """Labels with their values; lines are broken behind the dot between them."""
    return f"{GLUE}· ".join(f"{label} {value}".replace(" ", GLUE) for label, value in pairs)


def labels(table: Table, names: Iterable[str], language: str) -> dict[str, str]:
    return {name: heading(table, name, language) for name in names}


def limited(count: int, drawn: int, language: str) -> str:
    """A sentence where a chart shows only the biggest."""
    if drawn >= count:
        return ""
    values = {"shown": number(drawn, language), "count": number(count, language)}
    return say("review.biggest", language, **values)


def coded(value: Any, language: str) -> str:
    """A word with its code before it; anything else as it is."""
    code, label = str(value), said(value, language)
    return label if code == label else f"{code}. {label}"
