"""A log folded in several processes, each taking the streams of its part; and in one, without any of this.

Each process reads for itself and answers bytes, which the one that asked puts together.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, Protocol, TypeVar

from ledger.errors import LedgerError
from ledger.ledger import Ledger
from ledger.reading import Part
from projections.cycles import no_cycles_sought
from projections.errors import PartFailedError

T = TypeVar("T")
LONG = 3_000_000
"""Events from which starting processes, and holding what they send, is worth while."""
_SPAWN = get_context("spawn")


class Folding(Protocol[T]):
    """What each process does: an object that is pickled by the name of its class."""

    def fold(self, ledger: Ledger, upto: int, part: Part | None) -> T:
        """Fold the streams of a part, or all of them, up to a position."""

    def pack(self, folded: T) -> Iterable[bytes]:
        """A result as one piece or several; it may be used up by this."""

    def unpack(self, piece: bytes) -> T: ...


def processes_for(events: int) -> int:
    """As many as there are processors where the log is long, else one."""
    return (os.cpu_count() or 1) if events >= LONG else 1


def parts_for(processes: int) -> list[Part]:
    """Three shares for the one that asked, who need not be started nor send anything; two for each other."""
    of = 2 * processes + 1
    return [Part(0, 2, of), *(Part(first, first + 1, of) for first in range(3, of, 2))]


def fold_in_parts(
    folding: Folding[T], ledger: Ledger, upto: int, processes: int = 1
) -> Iterator[T]:
    """Fold a log by so many processes, this one among them; what is answered is to be put together.

    Raises PartFailedError, or the error of the log that a part met. However it ends, no process is left.
    """
    if processes == 1:
        yield folding.fold(ledger, upto, None)
        return
    url = ledger.database.url.render_as_string(hide_password=False)
    with ExitStack() as ending:
        own, *parts = parts_for(processes)
        others = [_Other(folding, url, upto, part, ending) for part in parts]
        yield folding.fold(ledger, upto, own)
        for other in others:
            yield from other.answers()


class _Other(Generic[T]):
    """Another process at work on a part."""

    def __init__(
        self, folding: Folding[T], url: str, upto: int, part: Part, ending: ExitStack
    ) -> None:
        self._unpack = folding.unpack
        self._answers, sending = _SPAWN.Pipe(duplex=False)
        self._process = _SPAWN.Process(
            target=_work, args=(sending, folding, url, upto, part), daemon=True
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


def _work(sending: Connection, folding: Folding[T], url: str, upto: int, part: Part) -> None:
    """None and a piece, again and again; at the end an error or something else."""
    # Who is interrupted is the one that asked; he ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Ledger.open(url) as ledger, no_cycles_sought():
            for piece in folding.pack(folding.fold(ledger, upto, part)):
                sending.send(None)
                sending.send_bytes(piece)
        sending.send("done")
    except LedgerError as error:
        sending.send(error)
    except Exception as error:  # noqa: BLE001 -- told to the one who asked
        sending.send(PartFailedError(f"{type(error).__name__}: {error}"))
