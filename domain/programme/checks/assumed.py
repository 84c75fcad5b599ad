"""Assumed values: each names the default (D-01 … D-57) under which it is assumed."""

from __future__ import annotations

import re
from typing import Any

from domain.programme.faults import Fault, Path

LAST_DEFAULT = 57
_ID = re.compile(r"D-(\d\d)")


def faults(tree: Any, path: Path = ()) -> list[Fault]:
    """List assumed values without a default, and defaults that do not exist."""
    if isinstance(tree, list):
        return [fault for at, item in enumerate(tree) for fault in faults(item, (*path, at))]
    if not isinstance(tree, dict):
        return []
    found = [fault for key, item in tree.items() for fault in faults(item, (*path, str(key)))]
    if "assumed" in tree and set(tree) != {"assumed", "default"}:
        found.append(
            Fault(
                path,
                "Giá trị giả định phải ghi đúng hai mục: assumed và default (D-…).",
                "An assumed value has exactly two keys, assumed and default (D-…).",
            )
        )
    default = tree.get("default")
    if isinstance(default, str) and default and not _exists(default):
        found.append(
            Fault(
                (*path, "default"),
                f"Không có giả định “{default}”; dùng D-01 đến D-{LAST_DEFAULT}.",
                f"There is no default “{default}”; use D-01 to D-{LAST_DEFAULT}.",
            )
        )
    return found


def _exists(default: str) -> bool:
    match = _ID.fullmatch(default)
    return match is not None and 1 <= int(match[1]) <= LAST_DEFAULT
