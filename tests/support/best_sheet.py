"""A sheet on which everything is as good as it can be, for any criteria set."""

from __future__ import annotations

import re
from fractions import Fraction

from domain.events.base import Mark, Sheet
from domain.scoring.passing import holds
from domain.scoring.tree import leaves

EVIDENCE = "mc-1"


def best_sheet(criteria, profile=None):
    """Mark every leaf that applies with its best value, and the conditions that ask for something reached."""
    from domain.scoring.applies import due_leaves  # noqa: PLC0415 -- beside its only use

    due = list(due_leaves(criteria.groups, profile) if profile else leaves(criteria))
    return Sheet(marks=[*map(best_mark, due), *(mark for node in due for mark in _checks(node))])


def _checks(node):
    """A mark for each condition of a node that asks how far something was reached."""
    return [
        Mark(node=f"{node.id}/{check.id}", value=_reached(check.passes))
        for check in node.checks
        if check.passes and not holds(check.passes, Fraction(0))
    ]


def _reached(passes):
    return "100 %" if "%" in passes else _passing(passes)


def blank_sheet(sheet):
    """The marks of a sheet with nothing given for any criterion, nor for a condition inside one."""
    nodes = [mark.node for mark in sheet.marks if "/" not in mark.node]
    return Sheet(marks=[Mark(node=node) for node in nodes])


def best_mark(node):
    points = node.max if node.kind == "points" else None
    return Mark(
        node=node.id,
        value=_BEST[node.kind](node),
        points=points,
        evidence=[EVIDENCE],
    )


def _passing(passes):
    """A value that a comparison such as `>= 85 %` or `= GOOD` accepts."""
    sign, limit = re.fullmatch(r"\s*(>=|<=|=|>|<|≥|≤)\s*(.+)", passes).groups()
    return "0" if sign == "<" else limit.replace("min", "").strip()


def _threshold(node):
    return _passing(node.passes) if node.passes else "true"


def _level(node):
    return max((level for level in node.levels if level.passes), key=lambda each: each.points).id


def _band(node):
    best = max(node.bands, key=lambda band: band.points)
    return best.level or best.range.strip("[()]").split(",")[0]


def _external(node):
    external = node.external
    return external.at_least if external.of == "self" else "10/10"


_BEST = {
    "points": lambda node: "",
    "toggle": lambda node: "true",
    "levels": _level,
    "bands": _band,
    "threshold": _threshold,
    "series": lambda node: f"{node.series.count}/{node.series.count}",
    "ratio_of_cases": lambda node: "10/10",
    "external_result": _external,
}
