"""What is too large to be opened is refused by its size, before anything is read of it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from domain.refusal import RefusedError, refusal

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 20_000_000
MOST_UNPACKED = 50_000_000
MOST_RATIO = 100
MOST_MEMBERS = 2_000
"""A small workbook can unpack to gigabytes."""


def refuse_large_file(path: Path) -> None:
    """Refuse a file of more than 20 million bytes. Raises OSError."""
    if path.stat().st_size > MOST_BYTES:
        raise RefusedError([refusal("table_too_large", file=path.name)])


def refuse_large_archive(path: Path) -> None:
    """Refuse a workbook that unpacks to too much, and one that cannot be unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise RefusedError([refusal("table_unreadable", file=path.name)]) from error
    unpacked = sum(member.file_size for member in members)
    packed = max(sum(member.compress_size for member in members), 1)
    if len(members) > MOST_MEMBERS or unpacked > min(MOST_UNPACKED, MOST_RATIO * packed):
        raise RefusedError([refusal("table_too_large", file=path.name)])
