"""A workbook is read in a process of its own, which may use so much memory and time and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

from application.intake.tables.grid import Grid
from domain.refusal import Refusal, RefusedError, refusal

MEMORY = 512 * 1024 * 1024
"""Bytes of address space."""
SECONDS = 20
"""Of time on the clock and on the processor."""


class Answer(msgspec.Struct):
    """What the process found: the sheets, or why it refuses."""

    grids: list[Grid] = []
    refusals: list[Refusal] = []


def grids_apart(path: Path) -> list[Grid]:
    """The visible sheets of a workbook. Refuses what is none, and what is too much to be read."""
    try:
        done = subprocess.run(  # noqa: S603 – our own module, no shell
            [sys.executable, "-m", "application.intake.tables.apart", str(path.resolve())],
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired as expired:
        raise RefusedError([refusal("table_too_large", file=path.name)]) from expired
    if done.returncode:
        raise RefusedError([refusal("table_too_large", file=path.name)])
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
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _answer(path: Path) -> Answer:
    """A file that the reader stumbles over is no workbook, whatever it stumbled with."""
    sys.modules["lxml"] = None  # type: ignore[assignment]  # openpyxl would prefer it to defusedxml, and expand entities
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
    answer = _answer(Path(sys.argv[1]))
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


if __name__ == "__main__":
    main()
