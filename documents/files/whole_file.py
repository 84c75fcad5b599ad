"""One file that is written whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile

from documents.files.set_aside import NEW, set_aside, tidy
from domain.refusal import RefusedError, refusal


def replace_file(path: Path, content: bytes, is_ours: Callable[[bytes], bool]) -> None:
    """Put a file in the place of the one that is there, if that was written by us; nothing where it says the same.

    Raises RefusedError for another's file, and OSError.
    """
    path = path.resolve()
    before = path.read_bytes() if path.exists() else None
    if before is not None and not is_ours(before):
        raise RefusedError([refusal("file_is_anothers", file=path)])
    if before == content:
        return
    tidy(path.parent)
    with set_aside(path.parent) as aside:
        made = aside / NEW / path.name
        made.write_bytes(content)
        made.replace(path)


def keep_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises RefusedError where one is already, and OSError."""
    refuse_place(path)
    replace_file(path, content, is_ours=lambda _: False)


def refuse_place(path: Path) -> None:
    """Refuse a place where a file is, or whose folder takes none, before work whose result is to stand there.

    Raises OSError for a folder that is none or may not be written.
    """
    if path.exists():
        raise RefusedError([refusal("file_is_there", file=path.resolve())])
    with TemporaryFile(dir=path.resolve().parent):
        pass
