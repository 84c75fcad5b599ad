"""What processes are told to do in the tests of folding in parts: by name, so that they can be started."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

import msgspec

from ledger.entry import Stamped
from ledger.errors import UnknownTopicError
from projections.machinery.errors import RebuildNeededError


class Listing(NamedTuple):
    """Answers the positions and streams of a part, and by which process."""

    def fold(self, ledger, part):
        batches = ledger.scan(Stamped, *part, 7)
        return [(row.position, row.stream, os.getpid()) for rows in batches for row in rows]

    def pack(self, folded):
        return [
            msgspec.msgpack.encode(folded[begin : begin + 5]) for begin in range(0, len(folded), 5)
        ]

    def unpack(self, piece):
        return [tuple(row) for row in msgspec.msgpack.decode(piece)]


class Failing(Listing):
    """In the processes started: raises an error of the log or another one, or dies; or fails in the first."""

    how: str

    def __new__(cls, how):
        made = super().__new__(cls)
        made.how = how
        return made

    def __getnewargs__(self):
        return (self.how,)

    def fold(self, ledger, part):
        if part.after == 0:
            return self._first(ledger, part)
        return self._other()

    def _first(self, ledger, part):
        if self.how == "interrupted":
            raise KeyboardInterrupt
        return super().fold(ledger, part)

    def _other(self):
        if self.how == "unknown topic":
            raise UnknownTopicError("moon-landed")
        if self.how == "two values":
            raise RebuildNeededError("status")
        if self.how == "dies":
            os._exit(9)
        if self.how == "interrupted":
            time.sleep(60)
        raise ZeroDivisionError


class Writing(Listing):
    """Tries to write by the connection that reads, in the process that folds the end of the log."""

    def fold(self, ledger, part):
        if part.upto == ledger.head().position:
            ledger.readers.fetch("DELETE FROM refusal")
        return super().fold(ledger, part)
