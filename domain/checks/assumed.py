"""Assumed values: each names the default (D-01 … D-60) under which it is assumed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from domain.programme.faults import Fault, Path, fault

LAST_DEFAULT = 60
WRAPPER = {"assumed", "default"}
_ID = re.compile(r"D-(\d\d)")


def faults(tree: Any, path: Path = ()) -> list[Fault]:
    """List assumed values without a default, and defaults that do not exist."""
    return list(_faults(tree, path))


def _faults(tree: Any, path: Path) -> Iterator[Fault]:
    if isinstance(tree, list):
        for at, item in enumerate(tree):
            yield from _faults(item, (*path, at))
    elif isinstance(tree, dict):
        yield from _own(tree, path)
        for key, item in tree.items():
            yield from _faults(item, (*path, str(key)))


def _own(tree: dict[Any, Any], path: Path) -> Iterator[Fault]:
    default = tree.get("default")
    if "assumed" in tree and (set(tree) != WRAPPER or not default):
        yield fault(path, "assumed_keys")
    elif default and not _exists(default):
        yield fault((*path, "default"), "default_unknown", default=default, last=LAST_DEFAULT)


def _exists(default: object) -> bool:
    match = _ID.fullmatch(default) if isinstance(default, str) else None
    return match is not None and 1 <= int(match[1]) <= LAST_DEFAULT
