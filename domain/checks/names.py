"""Names in a programme file: its code stands in names of streams and files, every key in the log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from domain.ids import LONGEST, written_once
from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme

LONGEST_CODE = 40
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def faults(programme: Programme | Instrument, tree: Any) -> list[Fault]:
    """List a code that is none, and keys that cannot be shown or look like others."""
    code, found = programme.code, []
    if not _CODE.fullmatch(code) or len(code) > LONGEST_CODE:
        found.append(fault(("code",), "code_unusable", written=code, most=LONGEST_CODE))
    return [
        *found,
        *(
            fault((*at, key), "key_unusable", key=key, most=LONGEST)
            for at, key in _keys(tree, ())
            if not _is_key(key)
        ),
    ]


def _is_key(key: str) -> bool:
    return 0 < len(key) <= LONGEST and key.isprintable() and written_once(key) == key


def _keys(tree: Any, at: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(tree, dict):
        for key, item in tree.items():
            yield at, str(key)
            yield from _keys(item, (*at, str(key)))
    elif isinstance(tree, list):
        for place, item in enumerate(tree):
            yield from _keys(item, (*at, place))
