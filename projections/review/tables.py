"""A review as tables: one answer each, in both languages, printed as a sheet, a CSV, a page, JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from projections.review.collecting.words import code_of

Kind = Literal["text", "number", "date", "share", "yes_no", "list"]
"""How a value is shown: a `share` is an exact `Fraction`, a `list` a list of text."""


class Column(NamedTuple):
    """`name` is the key in JSON and CSV."""

    name: str
    vi: str
    en: str
    kind: Kind = "text"


class Table(NamedTuple):
    """One answer of the review; a row has a value, or None, for each column."""

    name: str
    vi: str
    en: str
    columns: Sequence[Column]
    rows: Sequence[tuple[Any, ...]]

    def dicts(self) -> list[dict[str, Any]]:
        """The rows by column, words as their codes."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, map(code_of, row), strict=True)) for row in self.rows]


class Review(NamedTuple):
    """A year's review and what it was made from.

    `position`, `root` (hexadecimal) and `recorded_at` (ISO, UTC) are those of the last event known;
    `as_of` is the effective date up to which it looks. `programme` and `period` are empty for all.
    """

    year: int
    programme: str
    period: str
    as_of: date
    position: int
    root: str
    recorded_at: str
    simulated: bool
    tables: Sequence[Table]

    def table(self, name: str) -> Table:
        """Raises KeyError."""
        return {table.name: table for table in self.tables}[name]
