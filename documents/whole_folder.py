"""A folder of files that is written as a whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from domain.refusals import RefusedError, refusal

Write = Callable[[Path], object]
"""Writes a file at a path; nothing of it need fit into memory."""
Progress = Callable[[int, int], object]
_ASIDE = ".bontot-"
_BEFORE = ".before"


def write_folder(
    folder: Path, files: Mapping[str, Write], progress: Progress | None = None
) -> None:
    """Write files into a new folder, or into one that is empty or has nothing but files of these names.

    They are written into a hidden folder first and moved when all are there; whatever goes wrong,
    the folder stays as it was. `progress(files done, of all)`. Refuses a file, a folder with other
    things in it, one that cannot be written.
    """
    folder = folder.resolve()
    try:
        _refuse_other_things(folder, files)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _write_aside(folder, files, progress or _quietly)
    except OSError as error:
        raise RefusedError([refusal("folder_unwritable", folder=folder)]) from error


def _quietly(_done: int, _total: int) -> None:
    """Nobody looks on."""


def _refuse_other_things(folder: Path, names: Collection[str]) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RefusedError([refusal("folder_is_a_file", folder=folder)])
    there = sorted(each.name for each in folder.iterdir()) if folder.exists() else []
    ours = [name for name in there if name in names or name.startswith(_ASIDE)]
    other = next((name for name in there if name not in ours), None)
    if other is not None:
        raise RefusedError([refusal("folder_has_other_things", folder=folder, name=other)])


def _write_aside(folder: Path, files: Mapping[str, Write], progress: Progress) -> None:
    """A folder that is there is kept itself: somebody may stand in it, or a disk be mounted on it."""
    there = folder.exists()
    made = (folder if there else folder.parent) / f"{_ASIDE}{uuid4().hex}"
    made.mkdir()
    try:
        for done, (name, write) in enumerate(files.items()):
            progress(done, len(files))
            write(made / name)
        if there:
            _move_into(folder, made)
        else:
            made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _move_into(folder: Path, made: Path) -> None:
    names, before = sorted(each.name for each in made.iterdir()), made / _BEFORE
    before.mkdir()
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).rename(before / name)
            (made / name).rename(folder / name)
    except BaseException:
        _move_back(folder, made, names)
        raise
    shutil.rmtree(made)


def _move_back(folder: Path, made: Path, names: Sequence[str]) -> None:
    for name in names:
        if not (made / name).exists():
            (folder / name).unlink()
        if (made / _BEFORE / name).exists():
            (made / _BEFORE / name).rename(folder / name)
