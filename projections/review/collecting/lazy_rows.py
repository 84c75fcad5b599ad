"""Rows that are made when they are looked at: a table of a large year is longer than memory is wide."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
Row = tuple[Any, ...]


class Lazily(Sequence[Row], Generic[T]):
    """The rows of each thing one after the other; `count` says how many it has without making them."""

    def __init__(
        self, things: Sequence[T], make: Callable[[T], list[Row]], count: Callable[[T], int]
    ) -> None:
        self._things = things
        self._make = make
        self._ends = list(accumulate(count(thing) for thing in things))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[Row]:
        for thing in self._things:
            yield from self._make(thing)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        thing = bisect_right(self._ends, place)
        before = self._ends[thing - 1] if thing else 0
        return self._make(self._things[thing])[place - before]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return id(self)
