"""A workbook is read in a process of its own, which may use so much memory and time and no more."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import msgspec

from application.intake.tables.grid import Grid
from domain.refusal import Refusal, RefusedError, refusal

MEMORY = 512 * 1024 * 1024
"""Bytes of address space."""
TOO_MUCH = 3
"""The exit code of the process where it ran out of memory."""
SECONDS = 20
"""Of time on the clock and on the processor."""


class Answer(msgspec.Struct):
    """What the process found: the sheets, or why it refuses."""

    grids: list[Grid] = []
    refusals: list[Refusal] = []


def grids_apart(path: Path) -> list[Grid]:
    """The visible sheets of a workbook. Refuses what is none, and what is too much to be read.

    Raises CalledProcessError where the process breaks down on its own account.
    """
    try:
        done = subprocess.run(  # noqa: S603 – our own module, no shell
            # -P: modules are those that are installed, never those of the folder one stands in
            [sys.executable, "-P", "-m", "application.intake.tables.apart", str(path.resolve())],
            stdout=subprocess.PIPE,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as expired:
        raise RefusedError([refusal("table_too_large", file=path.name)]) from expired
    if done.returncode == TOO_MUCH or done.returncode < 0:
        raise RefusedError([refusal("table_too_large", file=path.name)])
    done.check_returncode()
    answer = msgspec.msgpack.decode(done.stdout, type=Answer)
    if answer.refusals:
        raise RefusedError(answer.refusals)
    return answer.grids


def _limit() -> None:
    """Where the system can: not on Windows, where the time alone is limited."""
    try:
        import resource  # noqa: PLC0415 – not everywhere
    except ImportError:
        return
    for kind, wanted in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(kind)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(ValueError):  # where a system takes no limit of this kind
            resource.setrlimit(kind, (most, most))


def _answer(path: Path) -> Answer:
    """A file that the reader stumbles over is no workbook, whatever it stumbled with."""
    from application.intake.tables.workbook import grids_of  # noqa: PLC0415 – under the limits

    try:
        return Answer(grids=grids_of(path))
    except RefusedError as refused:
        return Answer(refusals=refused.refusals)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 – a damaged file makes openpyxl raise nearly anything
        return Answer(refusals=[refusal("table_unreadable", file=path.name)])


def main() -> None:
    """Read the file named on the command line and print what was found."""
    _limit()
    sys.modules["lxml"] = None  # type: ignore[assignment]  # openpyxl would prefer it to defusedxml, and expand entities
    try:
        answer = _answer(Path(sys.argv[1]))
    except MemoryError:
        sys.exit(TOO_MUCH)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


if __name__ == "__main__":
    main()
