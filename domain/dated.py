"""Values that hold from a date: the newest entry for the newest date on or before a day."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Dated(msgspec.Struct, Generic[T]):
    """A value by date. Entries are kept in order of effective date, then of entry."""

    entries: list[tuple[date, int, T]] = []

    def put(self, on: date, position: int, value: T) -> None:
        """Enter a value that holds from a date on; a later entry for the same date wins."""
        self.entries.append((on, position, value))
        self.entries.sort(key=lambda entry: entry[:2])

    def at(self, on: date) -> T | None:
        """The value that holds on a day, None before the first."""
        newest = None
        for since, _, value in self.entries:
            if since > on:
                break
            newest = value
        return newest

    def next_after(self, on: date) -> date | None:
        """The first day after a day on which another value begins, None if there is none."""
        return min((since for since, _, _ in self.entries if since > on), default=None)
