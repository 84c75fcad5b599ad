"""Data as a form would have sent them: what a form is filled in with from a sheet or a paper that is there."""

from __future__ import annotations

from typing import Any

import msgspec

from web.acts.paths import DATA, inside


def typed_as(data: Any) -> dict[str, list[str]]:
    """Every value by the name of its input."""
    found: dict[str, list[str]] = {}
    _into(found, DATA, msgspec.to_builtins(data))
    return found


def _into(found: dict[str, list[str]], path: str, value: Any) -> None:
    if isinstance(value, dict):
        for name, each in value.items():
            _into(found, inside(path, name), each)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, each in enumerate(value):
            _into(found, inside(path, number), each)
    elif isinstance(value, list):
        found[path] = [str(each) for each in value]
    elif isinstance(value, bool):
        found[path] = ["yes" if value else "no"]
    elif value not in (None, ""):
        found[path] = [str(value)]
