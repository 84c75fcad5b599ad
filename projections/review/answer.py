"""What an answer of the review is: its columns, its rows, and which cases each row rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from projections.review.collecting.year import Year
from projections.review.tables import Table
from words.tables import Column

Key = tuple[Any, ...]


class Share(NamedTuple):
    """What one stream (a case, a unit, a round) adds to the row of a key."""

    key: Key
    stream: str
    value: Any


class Answer(NamedTuple):
    """One question of the year. `keys` are the columns that name a row when reviews are compared.

    `shares` says what each row rests on, so that a difference can be traced to the streams whose
    share differs. `by_year` is false where rows of two years have nothing to do with each other.
    """

    name: str
    columns: Sequence[Column]
    keys: Sequence[str]
    rows: Callable[[Year], Sequence[tuple[Any, ...]]]
    shares: Callable[[Year], Iterable[Share]]
    by_year: bool = True

    def table(self, year: Year) -> Table:
        return Table(self.name, self.columns, self.rows(year))
