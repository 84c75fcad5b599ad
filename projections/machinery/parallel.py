"""Folding a log in several processes, each with a part of the rows; a short log is folded by one alone.

Each process reads for itself and answers bytes, which the one that asked puts together.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, NamedTuple, Protocol, TypeVar

from ledger.errors import LedgerError
from ledger.ledger import Ledger
from projections.machinery.errors import PartFailedError
from projections.machinery.without_gc import no_cycles_sought

T = TypeVar("T")
LONG = 1_000_000
"""Events from which starting processes, and holding what they send, is worth while."""
STARTING = 125_000
"""Events that are folded while another process starts."""
MORE = 1.1
"""What an event costs another process, which has to look back and to send: so many times as much."""
WIDE = 2**20
"""Bytes."""
_SPAWN = get_context("spawn")


class Part(NamedTuple):
    """The rows after one position up to and with another."""

    after: int
    upto: int


class Folding(Protocol[T]):
    """What each process does: an object that is pickled by the name of its class."""

    def fold(self, ledger: Ledger, part: Part) -> T:
        """Fold the rows of a part."""

    def pack(self, folded: T) -> Iterable[bytes]:
        """A result as one piece or several; it may be used up by this."""

    def unpack(self, piece: bytes) -> T: ...


def processes_for(events: int) -> int:
    """As many as there are processors where the log is long, else one."""
    return (os.cpu_count() or 1) if events >= LONG else 1


def parts_for(upto: int, processes: int) -> list[Part]:
    """The log cut in order; the first part, of the one that asked and need not be started, is the longest."""
    ahead = min(STARTING, upto // 4)
    of_other = int((upto - ahead) / (processes - 1 + MORE))
    ends = [upto - of_other * left for left in reversed(range(processes))]
    return [Part(*ends) for ends in pairwise([0, *ends])]


def fold_in_parts(
    folding: Folding[T], ledger: Ledger, upto: int, processes: int = 1
) -> Iterator[T]:
    """Fold a log by so many processes, this one among them; what is answered, in order, is to be put together.

    Raises PartFailedError, or the error of the log that a part met. However it ends, no process is left.
    """
    own, *parts = parts_for(upto, processes)
    if not parts:
        yield folding.fold(ledger, own)
        return
    url = ledger.database.url.render_as_string(hide_password=False)
    with ExitStack() as ending:
        others = [_Other(folding, url, part, ending) for part in parts]
        yield folding.fold(ledger, own)
        for other in others:
            yield from other.answers()


class _Other(Generic[T]):
    """Another process at work on a part."""

    def __init__(self, folding: Folding[T], url: str, part: Part, ending: ExitStack) -> None:
        self._unpack = folding.unpack
        self._answers, sending = _SPAWN.Pipe(duplex=False)
        _widen(sending)
        self._process = _SPAWN.Process(
            target=_work, args=(sending, folding, url, part), daemon=True
        )
        self._process.start()
        ending.callback(self._end)
        sending.close()

    def answers(self) -> Iterator[T]:
        try:
            while (told := self._answers.recv()) is None:
                yield self._unpack(self._answers.recv_bytes())
        except EOFError as error:
            raise PartFailedError("ended") from error
        if isinstance(told, LedgerError):
            raise told

    def _end(self) -> None:
        self._process.terminate()
        self._process.join()
        self._answers.close()


def _widen(sending: Connection) -> None:
    """Enlarge the pipe, where the system allows it, so that a whole piece fits and its sender need not wait."""
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 -- not everywhere

        with suppress(OSError):
            fcntl.fcntl(sending.fileno(), fcntl.F_SETPIPE_SZ, WIDE)


def _work(sending: Connection, folding: Folding[T], url: str, part: Part) -> None:
    """Send None before each piece; at the end an error, or a message that there was none."""
    # Who is interrupted is the one that asked; that one ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Ledger.open(url) as ledger, no_cycles_sought():
            for piece in folding.pack(folding.fold(ledger, part)):
                sending.send(None)
                sending.send_bytes(piece)
        sending.send("done")
    except LedgerError as error:
        sending.send(error)
    except Exception as error:  # noqa: BLE001 -- told to the one who asked
        sending.send(PartFailedError(f"{type(error).__name__}: {error}"))
