"""Folded streams kept between commands: facts that change seldom, rechecked whenever it matters."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Any

CAPACITY = 20_000
_KEPT = ("programme:", "log", "unit:", "person:", "round:")


class Memory:
    """Newest states of fact streams by name. An append rechecks versions, a refusal does too."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._states: OrderedDict[str, tuple[Any, int]] = OrderedDict()
        self._capacity = capacity
        self._lock = Lock()

    def recall(self, stream: str) -> tuple[Any, int] | None:
        """Answer state and version as last read, or None."""
        return self._states.get(stream)

    def keep(self, stream: str, state: Any, version: int) -> None:
        """Keep a state that nobody will change any more."""
        if state is None or not stream.startswith(_KEPT):
            return
        with self._lock:
            self._states[stream] = (state, version)
            if len(self._states) > self._capacity:
                self._states.popitem(last=False)

    def forget(self, streams: Any) -> None:
        """Read these again the next time."""
        with self._lock:
            for stream in streams:
                self._states.pop(stream, None)
