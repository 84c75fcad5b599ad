"""A question's answer as a table: named, typed columns and rows; titles are words, never data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from words.kinds import Kind, Labelled
from words.language import Language, say


class Column(NamedTuple):
    """`name` is the key in JSON and CSV; its title is the word `column.<name>`.

    `word` is for one whose name stands for something else in another table; `label` for one that
    data name, as a criterion.
    """

    name: str
    kind: Kind = "text"
    word: str = ""
    label: Labelled | None = None

    def title(self, language: Language) -> str:
        """The heading; raises KeyError for a column that has no word."""
        if self.label is not None:
            return self.label.en if language == "en" else self.label.vi
        return say(f"column.{self.word or self.name}", language)


class Table(NamedTuple):
    """One answer; a row has a value, or None, for each column. Its title is the word `table.<name>`."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[tuple[Any, ...]]

    def title(self, language: Language) -> str:
        """The title; raises KeyError for a table that has no word."""
        return say(f"table.{self.name}", language)

    def dicts(self) -> list[dict[str, Any]]:
        """The rows by column, codes as they are."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]
