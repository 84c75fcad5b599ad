"""Standard output and standard error at their worst: closed, full, or read by nobody."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

FAILED = 1


def opened() -> None:
    """Give a stream that was closed before the start a place, so that no database gets its number.

    Writing to an output that was closed fails as on a full disk; what cannot be complained about is lost.
    """
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


@contextmanager
def delivered(complain: Callable[[OSError], None]) -> Iterator[None]:
    """What was written has arrived at the end, or it is complained about and the exit code is 1.

    A reader that has seen enough (`| head`) is not complained about.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as failure:
        let_go()
        if not isinstance(failure, BrokenPipeError):
            with suppress(OSError):
                complain(failure)
        let_go()
        raise SystemExit(FAILED) from None


def let_go() -> None:
    """Forget what the streams cannot take: they would fail once more when the program ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
