"""Points, bands, comparisons and shares: they add up, leave no hole, can be read."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from domain.programme.criteria import CriteriaSet, Group, Node
from domain.programme.faults import Fault, Path
from domain.programme.model import Instrument, Programme
from domain.scoring.applies import is_due
from domain.scoring.comparison import comparison
from domain.scoring.interval import gaps_and_overlaps, interval
from domain.scoring.profile import Profile
from domain.scoring.tree import worth


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List faults of every criteria set."""
    found: list[Fault] = []
    for name, criteria in programme.criteria.items():
        at = ("criteria", name)
        kinds = _kinds(programme, name)
        found.extend(_twice(criteria, at))
        found.extend(_pass_rule(criteria, at))
        found.extend(_bands([b.range for b in criteria.bands], "0", _top(criteria), (*at, "bands")))
        if criteria.scale:
            found.extend(_sums(criteria, kinds, at))
        for path, node in _nodes(criteria, at):
            found.extend(_node(node, path))
    return found


def _kinds(programme: Programme | Instrument, criteria: str) -> list[str]:
    """The subject kinds that a set is for."""
    subjects = programme.subjects if isinstance(programme, Programme) else {}
    return [kind for kind, subject in subjects.items() if subject.criteria == criteria] or [""]


def _top(criteria: CriteriaSet) -> str:
    return str(criteria.scale.total) if criteria.scale else "100"


def _nodes(criteria: CriteriaSet, at: Path) -> Iterator[tuple[Path, Node]]:
    for place, group in enumerate(criteria.groups):
        yield from _below(group.nodes, (*at, "groups", place, "nodes"))


def _below(nodes: list[Node], at: Path) -> Iterator[tuple[Path, Node]]:
    for place, node in enumerate(nodes):
        yield (*at, place), node
        yield from _below(node.nodes, (*at, place, "nodes"))


def _twice(criteria: CriteriaSet, at: Path) -> list[Fault]:
    seen: set[str] = set()
    found = []
    for path, node in _nodes(criteria, at):
        if node.id in seen:
            found.append(
                Fault(
                    (*path, "id"),
                    f"Mã tiêu chí “{node.id}” lặp lại; mỗi tiêu chí một mã.",
                    f"The criterion id “{node.id}” stands twice; give each its own.",
                )
            )
        seen.add(node.id)
    return found


def _pass_rule(criteria: CriteriaSet, at: Path) -> list[Fault]:
    rule = criteria.pass_rule
    if rule.rule == "total" and criteria.scale is None:
        return [
            Fault(
                (*at, "pass"),
                "Quy tắc đạt theo tổng điểm cần có thang điểm (scale).",
                "A pass rule by total needs a scale.",
            )
        ]
    if rule.rule == "total" and rule.mark is None:
        return [
            Fault(
                (*at, "pass"),
                "Chương trình chấm điểm phải có điểm đạt (mark; D-01).",
                "A programme scored by points needs the mark that passes (mark; D-01).",
            )
        ]
    return []


def _sums(criteria: CriteriaSet, kinds: list[str], at: Path) -> list[Fault]:
    found: list[Fault] = []
    base = Fraction(criteria.scale.base) if criteria.scale else Fraction(0)
    total = sum((worth(group) for group in criteria.groups), Fraction(0))
    if total != base:
        found.append(_sum_fault((*at, "groups"), total, base))
    for place, group in enumerate(criteria.groups):
        for kind in kinds:
            found.extend(_group_sum(group, kind, (*at, "groups", place)))
    return found


def _group_sum(group: Group, kind: str, at: Path) -> list[Fault]:
    """What the nodes that count for a subject kind add up to; a rescaled one need not count."""
    profile = Profile(subject_kind=kind, has=frozenset({"thematic_meeting"}))
    counted = [
        node for node in group.nodes if not node.applies.subjects or is_due(node.applies, profile)
    ]
    total = sum((worth(node) for node in counted), Fraction(0))
    if not group.max or total == Fraction(group.max):
        return []
    return [_sum_fault((*at, "max"), total, Fraction(group.max))]


def _sum_fault(path: Path, total: Fraction, asked: Fraction) -> Fault:
    return Fault(
        path,
        f"Điểm tối đa cộng lại là {total}, phải là {asked}; hãy sửa điểm của các mục.",
        f"The maxima add up to {total}, they must make {asked}; mend the points.",
    )


def _bands(ranges: list[str], low: str, high: str, at: Path) -> list[Fault]:
    if not ranges:
        return []
    unreadable = [_unreadable((*at, place, "range"), text) for place, text in enumerate(ranges)
                  if not _reads(interval, text)]  # fmt: skip
    if unreadable:
        return unreadable
    return [
        Fault(
            at,
            f"Các khoảng có chỗ hở hoặc chồng nhau: {flaw.range} ({flaw.kind}).",
            f"The ranges have a gap or an overlap: {flaw.range} ({flaw.kind}).",
        )
        for flaw in gaps_and_overlaps(ranges, low, high)
    ]


def _node(node: Node, at: Path) -> list[Fault]:
    found: list[Fault] = []
    asked = [((*at, "passes"), node.passes)]
    asked += [
        ((*at, "checks", place, "passes"), check.passes) for place, check in enumerate(node.checks)
    ]
    if node.series:
        asked.append(((*at, "series", "passes"), node.series.passes))
    found.extend(
        _unreadable(path, text) for path, text in asked if text and not _reads(comparison, text)
    )
    found.extend(_needs(node, at))
    if node.bands:
        found.extend(_bands([band.range for band in node.bands], *_ends(node), (*at, "bands")))
    return found


def _ends(node: Node) -> tuple[str, str]:
    percent = any("%" in band.range for band in node.bands)
    return ("0 %", "100 %") if percent else ("0", "100")


_PARTS = {
    "levels": "levels",
    "bands": "bands",
    "series": "series",
    "ratio_of_cases": "children",
    "external_result": "external",
    "threshold": "passes",
    "group": "nodes",
}


def _needs(node: Node, at: Path) -> list[Fault]:
    """Each kind has the part that it is scored by."""
    part = _PARTS.get(node.kind)
    if part is None or getattr(node, part) or (part == "passes" and node.checks):
        return []
    return [
        Fault(
            (*at, "kind"),
            f"Tiêu chí {node.id} loại {node.kind} cần có mục {part}.",
            f"Criterion {node.id} of kind {node.kind} needs {part}.",
        )
    ]


def _reads(reader: Any, text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


def _unreadable(path: Path, text: str) -> Fault:
    return Fault(
        path,
        f"Không đọc được “{text}”; viết như “>= 85 %”, “= 0” hoặc “[80, 90)”.",
        f"“{text}” cannot be read; write it like “>= 85 %”, “= 0” or “[80, 90)”.",
    )
