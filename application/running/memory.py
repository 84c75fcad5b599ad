"""Folded streams kept between commands: facts that change seldom, checked against the head of the log."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.ledger import Ledger

CAPACITY = 20_000
FAR = 5_000
"""Positions: when the log has gone on further than this, everything is read again."""
_KEPT = ("programme:", "log", "unit:", "person:", "round:")


class _Placed(NamedTuple):
    position: int
    stream: str


class Memory:
    """The newest states of fact streams by name; they are right up to the position `good_for` of the log.

    Safe to use from many threads. What another process appends is seen at the next `freshen`.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.good_for = 0
        self._states: OrderedDict[str, tuple[Any, int]] = OrderedDict()
        self._changed: OrderedDict[str, int] = OrderedDict()
        self._since = 0
        self._capacity = capacity
        self._lock = Lock()

    def freshen(self, ledger: Ledger) -> int:
        """Forget the streams that have new events; answer the head's position, up to which the rest is right."""
        known = self.good_for
        rows = next(ledger.scan(_Placed, known, batch=FAR), []) if known else []
        if not known or len(rows) == FAR:
            return self._start_again(ledger.head().position)
        head = rows[-1].position if rows else known
        self._forget(rows)
        self._is_good_for(head)
        return head

    def follow(self, first: int, last: int, streams: Iterable[str]) -> None:
        """Forget the streams that got new events at the positions `first` to `last`, appended by this process.

        Where the memory was right up to them, it is so beyond them.
        """
        self._forget([_Placed(last, stream) for stream in streams])
        with self._lock:
            if self.good_for == first - 1:
                self.good_for = last

    def recall(self, stream: str) -> tuple[Any, int] | None:
        """Answer state and version as last read, or None."""
        return self._states.get(stream)

    def keep(self, stream: str, state: Any, version: int, read_at: int) -> None:
        """Keep a state that nobody will change any more. It was read when the log had reached `read_at` or more.

        It is not kept if the stream may have got events after that.
        """
        if state is None or not stream.startswith(_KEPT):
            return
        with self._lock:
            if read_at >= self._changed.get(stream, self._since):
                self._states[stream] = (state, version)
                _bound(self._states, self._capacity)

    def _start_again(self, head: int) -> int:
        with self._lock:
            self._states.clear()
            self._changed.clear()
            self._since = self.good_for = max(head, self.good_for)
        return head

    def _forget(self, rows: Iterable[_Placed]) -> None:
        with self._lock:
            for position, stream in rows:
                if stream.startswith(_KEPT):
                    self._states.pop(stream, None)
                    self._changed[stream] = max(position, self._changed.pop(stream, 0))
            while len(self._changed) > self._capacity:
                self._since = max(self._since, self._changed.popitem(last=False)[1])

    def _is_good_for(self, head: int) -> None:
        with self._lock:
            self.good_for = max(head, self.good_for)


class Glance:
    """The memory as somebody uses it who must leave no trace in it."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def recall(self, stream: str) -> tuple[Any, int] | None:
        """As `Memory.recall`."""
        return self._memory.recall(stream)

    def keep(self, stream: str, state: Any, version: int, read_at: int) -> None:
        """Keep nothing."""


def _bound(kept: OrderedDict[str, Any], capacity: int) -> None:
    if len(kept) > capacity:
        kept.popitem(last=False)
