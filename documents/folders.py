"""A folder of files that is written as a whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from uuid import uuid4

from domain.refusals import RefusedError, refusal

Write = Callable[[Path], object]
"""Writes a file at a path; nothing of it need fit into memory."""
Progress = Callable[[int, int], object]


def write_folder(
    folder: Path, files: Mapping[str, Write], progress: Progress | None = None
) -> None:
    """Write files into a new folder, in the place of an empty one or of one with files of these names.

    They are written into a folder beside, which then takes the name; whatever goes wrong, the
    folder stays as it was. `progress(files done, of all)`. Refuses a file, a folder with other
    things in it, one that cannot be written.
    """
    folder = folder.resolve()
    try:
        _refuse_other_things(folder, files)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(folder, files, progress or _quietly)
    except OSError as error:
        raise RefusedError([refusal("folder_unwritable", folder=folder)]) from error


def _quietly(_done: int, _total: int) -> None:
    """Nobody looks on."""


def _refuse_other_things(folder: Path, names: Collection[str]) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RefusedError([refusal("folder_is_a_file", folder=folder)])
    there = sorted(each.name for each in folder.iterdir()) if folder.exists() else []
    other = next((name for name in there if name not in names), None)
    if other is not None:
        raise RefusedError([refusal("folder_has_other_things", folder=folder, name=other)])


def _write_beside(folder: Path, files: Mapping[str, Write], progress: Progress) -> None:
    made = folder.with_name(f".{folder.name}.{uuid4().hex}")
    made.mkdir()
    try:
        for done, (name, write) in enumerate(files.items()):
            progress(done, len(files))
            write(made / name)
        _take_the_place(made, folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _take_the_place(made: Path, folder: Path) -> None:
    if not folder.exists():
        made.rename(folder)
        return
    before = made.with_name(f"{made.name}.before")
    folder.rename(before)
    try:
        made.rename(folder)
    except BaseException:
        before.rename(folder)
        raise
    shutil.rmtree(before)
