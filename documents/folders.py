"""A folder of files that is written as a whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from uuid import uuid4

from domain.refusals import RefusedError, refusal


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a new folder, in the place of an empty one or of one with files of these names.

    They are written into a folder beside, which then takes the name; whatever goes wrong, the
    folder stays as it was. Refuses a file, a folder with other things in it, one that cannot be
    written.
    """
    folder = folder.resolve()
    try:
        _refuse_other_things(folder, files)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(folder, files)
    except OSError as error:
        raise RefusedError([refusal("folder_unwritable", folder=folder)]) from error


def _refuse_other_things(folder: Path, names: Collection[str]) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise RefusedError([refusal("folder_is_a_file", folder=folder)])
    there = sorted(each.name for each in folder.iterdir()) if folder.exists() else []
    other = next((name for name in there if name not in names), None)
    if other is not None:
        raise RefusedError([refusal("folder_has_other_things", folder=folder, name=other)])


def _write_beside(folder: Path, files: Mapping[str, bytes]) -> None:
    made = folder.with_name(f".{folder.name}.{uuid4().hex}")
    made.mkdir()
    try:
        for name, content in files.items():
            (made / name).write_bytes(content)
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
