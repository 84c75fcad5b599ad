"""A folder of files that is written as a whole or not at all, and never over what somebody else put there."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from documents.files.folder_contents import files_in, folders_of, mark, strangers
from documents.files.set_aside import BEFORE, NEW, move, set_aside, tidy
from domain.refusal import RefusedError, refusal

Write = Callable[[Path], object]
"""Writes a file at a path; nothing of it need fit into memory."""
Progress = Callable[[int, int], object]


def write_folder(
    folder: Path, files: Mapping[str, Write], made_by: str, progress: Progress | None = None
) -> None:
    """Write files into a folder as `whole_folder` does; refuses also where one cannot be written.

    `progress(files done, of all)`.
    """
    with whole_folder(folder, made_by) as made, _refused(folder.resolve()):
        for done, (name, write) in enumerate(files.items()):
            if progress:
                progress(done, len(files))
            write(made / name)


@contextmanager
def whole_folder(folder: Path, made_by: str) -> Iterator[Path]:
    """A hidden folder to write into; what stands in it at the end then stands in `folder`, all or nothing.

    `folder` is new or empty, or has nothing but what the command `made_by` wrote and listed there
    earlier, which is replaced. A folder that is there is kept itself: somebody may stand in it, or
    a disk be mounted on it. Refuses a file, and a folder with other things in it, also when they
    came meanwhile; whatever goes wrong, the folder stays as it was, or is brought back to that by
    the next run where this one is killed.
    """
    folder = folder.resolve()
    with _aside(folder, made_by) as aside:
        yield aside / NEW
        with _refused(folder):
            mark(aside / NEW, made_by)
            _put_in_place(folder, aside, made_by)


@contextmanager
def _aside(folder: Path, made_by: str) -> Iterator[Path]:
    with ExitStack() as stack:
        with _refused(folder):
            for place in (folder.parent, folder):
                tidy(place)
            _refuse_strangers(folder, made_by)
            folder.parent.mkdir(parents=True, exist_ok=True)
            above = folder if folder.exists() else folder.parent
            aside = stack.enter_context(set_aside(above))
        yield aside


@contextmanager
def _refused(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RefusedError([refusal("folder_unwritable", folder=folder)]) from error


def _refuse_strangers(folder: Path, made_by: str) -> None:
    if folder.exists() and not folder.is_dir():
        raise RefusedError([refusal("folder_is_a_file", folder=folder)])
    found = next(strangers(folder, made_by), None)
    if found is not None:
        values = {"folder": folder, "name": found, "other": shlex.quote(str(_free(folder)))}
        raise RefusedError([refusal("folder_has_other_things", **values)])


def _free(folder: Path) -> Path:
    """A place beside the folder, or in it where one may not write beside it, that nothing has yet."""
    above = folder.parent if os.access(folder.parent, os.W_OK) else folder
    places = (above / f"{folder.name or 'bontot'}-{number}" for number in count(2))
    return next(each for each in places if not each.exists())


def _put_in_place(folder: Path, aside: Path, made_by: str) -> None:
    made, before = aside / NEW, aside / BEFORE
    if aside.parent != folder:
        made.rename(folder)
        return
    _refuse_strangers(folder, made_by)
    old, new = files_in(folder), files_in(made)
    moves = [(folder / name, before / name) for name in old]
    moves += [(made / name, folder / name) for name in new]
    try:
        move(aside, moves)
    except BaseException:
        _drop_emptied(folder, new)
        raise
    _drop_emptied(folder, old)


def _drop_emptied(folder: Path, files: Iterable[str]) -> None:
    for name in folders_of(files):
        with suppress(OSError):  # it has something in it
            (folder / name).rmdir()
