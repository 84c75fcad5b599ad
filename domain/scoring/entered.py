"""Reading what a scorer entered for a node; None where it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.scoring.comparison import comparison
from domain.scoring.interval import interval
from domain.scoring.value import Ratio, Value, Values, number, read, read_series

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.programme.criteria import Node

CLASSIFICATION = ("NOT_COMPLETED", "COMPLETED", "WELL", "EXCELLENT")
"""Levels of the annual classification, lowest first."""


def entered(node: Node, text: str) -> Value | Values | None:
    """Read an entered value as the node's kind asks."""
    return _READ[node.kind](node, text.strip())


def compared(passes: str, text: str) -> Value | None:
    """Read a value that a comparison will look at: a number for a number, a word of its scale for a word."""
    asked = comparison(passes)
    value = read(text, percent=asked.percent)
    return value if asked.can_compare(value) else None


def yes_or_no(text: str) -> str | None:
    """Read `true` or `false`."""
    return text if text in {"true", "false"} else None


def _level(node: Node, text: str) -> str | None:
    return text if any(level.id == text for level in node.levels) else None


def _band(node: Node, text: str) -> Value | None:
    if any(band.level == text for band in node.bands if text):
        return text
    percent = any(interval(band.range).percent for band in node.bands)
    value = read(text, percent=percent)
    return None if isinstance(value, str) else value


def _series(node: Node, text: str) -> Values | Ratio | None:
    """Read the values, or `11/12` for how many passed; months left out are missing ones."""
    if node.series is None:
        return None
    count, asked, share = node.series.count, comparison(node.series.passes), read(text)
    if isinstance(share, Ratio):
        return share if share.count <= share.of == count else None
    values = read_series(text) if text else []
    if not all(each is None or asked.can_compare(each) for each in values):
        return None
    return [*values, *[None] * (count - len(values))] if 0 < len(values) <= count else None


def _share(node: Node, text: str) -> Value | None:
    value = compared(node.passes, text)
    if isinstance(value, Ratio) and not 0 <= value.count <= value.of > 0:
        return None
    return value


def _external(node: Node, text: str) -> Value | None:
    if node.external is None or node.external.of == "self":
        return text if text in CLASSIFICATION else None
    return _share(node, text)


_READ: dict[str, Callable[[Node, str], Value | Values | None]] = {
    "toggle": lambda _, text: yes_or_no(text),
    "levels": _level,
    "points": lambda _, text: number(text),
    "bands": _band,
    "threshold": lambda node, text: compared(node.passes, text),
    "series": _series,
    "ratio_of_cases": _share,
    "external_result": _external,
    "own_tasks": lambda _node, _text: None,
}
