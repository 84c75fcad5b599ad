"""Every list of subject kinds in a programme, wherever it stands, with its path in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from domain.programme.faults import Path
from domain.programme.model import Programme


def subject_lists(programme: Programme) -> Iterator[tuple[Path, list[str]]]:
    """Answer the `subjects` lists of all sections; the section of that name is no such list."""
    for field in msgspec.structs.fields(programme):
        if field.name != "subjects":
            yield from _lists(getattr(programme, field.name), (field.encode_name,))


def _lists(value: Any, at: Path) -> Iterator[tuple[Path, list[str]]]:
    if isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            inner, path = getattr(value, field.name), (*at, field.encode_name)
            if field.name == "subjects":
                yield path, inner
            else:
                yield from _lists(inner, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _lists(item, (*at, key))
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _lists(item, (*at, place))
