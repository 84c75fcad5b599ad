"""Folders that are being written, set aside under a lock; what a killed run left of one is put back and cleared."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

import msgspec

from documents.files.folder_contents import ASIDE, files_in

try:
    import fcntl
except ImportError:  # Windows has none: there nothing is ever cleared
    fcntl = None  # type: ignore[assignment]  # looked at before each use

_LOCK = "lock"
_OURS = "bontot: a folder that is being written, or was when the program was killed\n"
NEW, BEFORE, _MOVES = "new", "before", "moves"
Move = tuple[Path, Path]


@contextmanager
def set_aside(above: Path) -> Iterator[Path]:
    """A hidden folder of our own with `NEW` in it; gone at the end. Raises OSError."""
    aside = above / f"{ASIDE}{uuid4().hex}"
    aside.mkdir()
    try:
        with (aside / _LOCK).open("w", encoding="utf-8") as lock:
            lock.write(_OURS)
            lock.flush()
            _take(lock)
            (aside / NEW).mkdir()
            yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def move(aside: Path, moves: Sequence[Move]) -> None:
    """Carry out all moves or none; they are written down first, so that a later run can take them back."""
    told = [[str(path.relative_to(aside.parent)) for path in each] for each in moves]
    with (aside / _MOVES).open("wb") as file:
        file.write(msgspec.json.encode(told))
        file.flush()
        os.fsync(file.fileno())
    try:
        for source, target in moves:
            _move(source, target)
    except BaseException:
        _move_back(moves)
        raise


def tidy(above: Path) -> None:
    """Clear what killed runs left in a folder; of one that still goes on nothing is touched."""
    with suppress(OSError):
        for aside in sorted(above.glob(f"{ASIDE}*")):
            if not aside.is_symlink() and aside.is_dir():
                _clear(aside)


def _clear(aside: Path) -> None:
    lock = aside / _LOCK
    if lock.is_symlink() or not lock.is_file():
        return
    with lock.open("r+", encoding="utf-8") as held:
        if held.read(len(_OURS)) != _OURS or not _take(held):
            return
        _move_back(_moves_of(aside))
        if not files_in(aside / BEFORE):  # what could not be put back stays where it is
            shutil.rmtree(aside, ignore_errors=True)


def _take(file: IO[str]) -> bool:
    if fcntl is None:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _moves_of(aside: Path) -> list[Move]:
    """The moves that were written down; none that leads out of the folder."""
    above = aside.parent
    try:
        told = msgspec.json.decode((aside / _MOVES).read_bytes(), type=list[tuple[str, str]])
    except (OSError, msgspec.DecodeError):
        return []  # none had been made
    moves = [(above / source, above / target) for source, target in told]
    inside = all(path.resolve().is_relative_to(above) for each in moves for path in each)
    return moves if inside else []


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        raise FileExistsError(target)
    source.rename(target)


def _move_back(moves: Sequence[Move]) -> None:
    """The moves that were made, the last one first."""
    for source, target in reversed(moves):
        if target.exists() and not source.exists():
            source.parent.mkdir(parents=True, exist_ok=True)
            target.rename(source)
