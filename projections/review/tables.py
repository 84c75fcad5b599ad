"""A review as tables: one answer each, in both languages, printed as a sheet, a CSV, a page, JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from projections.review.collecting.words import code_of
from words.kinds import Labelled
from words.language import Language, say
from words.sentences import Names, nameless
from words.tables import Column

Row = tuple[Any, ...]


class Table(NamedTuple):
    """One answer of the review; a row has a value, or None, for each column.

    Its title is the word `table.<name>`, unless it has a `key` or a `label` of its own.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    label: Labelled | None = None
    key: str = ""

    def title(self, language: Language) -> str:
        """Raises KeyError for a table that has no word."""
        if self.label is not None:
            return self.label.en if language == "en" else self.label.vi
        return say(self.key or f"table.{self.name}", language)

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
    names: Names = nameless
    """Who knows the names of persons, units and programmes; no part of the review's JSON."""

    def table(self, name: str) -> Table:
        """Raises KeyError."""
        return {table.name: table for table in self.tables}[name]
