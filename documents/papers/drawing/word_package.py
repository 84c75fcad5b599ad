"""A Word file as a package: the same bytes for the same parts, and whether a file still is as bontot made it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The moment that every part of a package has: the earliest that a zip can say."""
_CORE = "docProps/core.xml"
_THUMBNAIL = "docProps/thumbnail.jpeg"
_MARK = re.compile(rb"<dc:identifier>bontot ([0-9a-f]{64})</dc:identifier>")
_END = b"</cp:coreProperties>"
MOST = 100_000_000
"""Bytes that a file may unpack to if it is to be looked at: papers of ours are far below it."""


def sealed(package: bytes) -> bytes:
    """The package with fixed times and without the library's picture, and in it the digest of its own parts."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist() if name != _THUMBNAIL}
    parts = {name: _without_thumbnail(name, part) for name, part in parts.items()}
    mark = f"<dc:identifier>bontot {_digest(parts.items())}</dc:identifier>".encode()
    parts[_CORE] = parts[_CORE].replace(_END, mark + _END)
    return _packed(parts.items())


def is_as_made(package: bytes) -> bool:
    """Whether a file is a paper that bontot made and nobody has changed since: what was filled in is kept."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as source:
            if sum(each.file_size for each in source.infolist()) > MOST:
                return False
            parts = {name: source.read(name) for name in source.namelist()}
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
    ):
        return False
    found = _MARK.search(parts.get(_CORE, b""))
    return found is not None and found[1].decode() == _digest(parts.items())


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """SHA-256 over names and digests of all parts, without the mark itself."""
    told = hashlib.sha256()
    for name, part in sorted(parts):
        bare = _MARK.sub(b"", part) if name == _CORE else part
        told.update(f"{name}\0{hashlib.sha256(bare).hexdigest()}\n".encode())
    return told.hexdigest()


def _without_thumbnail(name: str, part: bytes) -> bytes:
    """The relations of the package without that of the picture."""
    if name != "_rels/.rels":
        return part
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", part)


def _packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts:
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, part)
    return into.getvalue()
