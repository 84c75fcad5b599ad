"""Reading a gettext catalogue with Babel, once; what was read is kept beside Python's own caches."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

HERE = Path(__file__).parent


class Kept(msgspec.Struct):
    """A catalogue that was read: `digest` is that of the .po file it came from (SHA-256)."""

    digest: str
    words: dict[str, str]


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every key with its words in a language."""
    path = HERE / f"{language}.po"
    source = path.read_bytes()
    digest = hashlib.sha256(source).hexdigest()
    kept = _read_kept(path)
    if kept is not None and kept.digest == digest:
        return kept.words
    words = parsed(source)
    _keep(path, Kept(digest, words))
    return words


def parsed(source: bytes) -> dict[str, str]:
    """The words of a .po file by key; raises babel's PoFileError when it is none."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 -- 50 ms that the kept form saves

    found = read_po(io.BytesIO(source), abort_invalid=True)
    return {str(entry.id): str(entry.string) for entry in found if entry.id}


def kept_at(path: Path) -> Path:
    """Where the read form of a catalogue is kept: with the bytecode of the room."""
    return Path(importlib.util.cache_from_source(str(path))).with_suffix(".json")


def _read_kept(path: Path) -> Kept | None:
    try:
        return msgspec.json.decode(kept_at(path).read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError, NotImplementedError):
        return None


def _keep(path: Path, kept: Kept) -> None:
    """Write it whole or not at all; where nothing may be written the catalogue is read each time."""
    if sys.dont_write_bytecode:
        return
    with suppress(OSError, NotImplementedError):
        into = kept_at(path)
        into.parent.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=into.parent, prefix=into.name)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(kept))
        Path(name).replace(into)
