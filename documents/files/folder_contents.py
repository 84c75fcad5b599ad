"""What stands in a folder: what a command of ours wrote and listed there, and what somebody else put there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

ASIDE = ".bontot-"
"""How the name of a folder begins that is being written; one left by a killed program is in nobody's way."""
MARK = ".bontot"
"""The list in a folder: a title that names the command, then a file a line."""
_OF_A_DATABASE = ("-wal", "-shm", "-journal")
"""SQLite puts these beside a database that is open."""


class Entry(NamedTuple):
    """Something below a folder, by its path in it; a link is neither file nor folder."""

    name: str
    kind: Literal["file", "folder", "other"]


def mark(folder: Path, made_by: str) -> None:
    """List in the folder itself the files that stand in it. Raises OSError."""
    lines = [_title(made_by), *files_in(folder), MARK]
    (folder / MARK).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def files_in(folder: Path) -> list[str]:
    """The files below a folder, without what is being written aside. Raises OSError."""
    return [entry.name for entry in _below(folder) if entry.kind == "file"]


def folders_of(files: Iterable[str]) -> list[str]:
    """The folders in which files stand, the deepest first."""
    found = {above for name in files for above in PurePosixPath(name).parents}
    found.discard(PurePosixPath())
    return [str(each) for each in sorted(found, key=lambda each: -len(each.parts))]


def strangers(folder: Path, made_by: str) -> Iterator[str]:
    """What stands in a folder but is not listed there as written by `made_by`; hidden things come last.

    Nothing where there is no such folder. Raises OSError.
    """
    files = _listed(folder / MARK, made_by)
    known = {"file": files, "folder": set(folders_of(files)), "other": set[str]()}
    return (entry.name for entry in _below(folder) if entry.name not in known[entry.kind])


def _listed(path: Path, made_by: str) -> set[str]:
    if path.is_symlink() or not path.is_file():
        return set()
    title, *names = path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
    if title != _title(made_by):
        return set()
    return {name + more for name in names for more in ("", *_OF_A_DATABASE)}


def _title(made_by: str) -> str:
    return f"bontot {made_by}"


def _below(folder: Path, above: str = "") -> Iterator[Entry]:
    there = folder.iterdir() if folder.exists() else ()
    for path in sorted(there, key=lambda path: (path.name.startswith("."), path.name)):
        if not above and path.name.startswith(ASIDE):
            continue
        entry = Entry(above + path.name, _kind(path))
        yield entry
        if entry.kind == "folder":
            yield from _below(path, f"{entry.name}/")


def _kind(path: Path) -> Literal["file", "folder", "other"]:
    if path.is_symlink():
        return "other"
    return "folder" if path.is_dir() else "file" if path.is_file() else "other"
