"""Criteria: each has an id of its own and the parts that its kind is scored by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.checks.places import nodes_at, parts_at
from domain.programme.criteria import CriteriaSet, Group, Node
from domain.programme.faults import Fault, Path
from domain.programme.model import Instrument, Programme


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List ids that stand twice and criteria without what they are scored by."""
    found: list[Fault] = []
    for name, criteria in programme.criteria.items():
        at = ("criteria", name)
        found.extend(_no_groups(criteria, at))
        found.extend(_ids(criteria, at))
        for path, part in parts_at(criteria, at):
            found.extend(_counts(part, path))
            found.extend(_parts(part, path) if isinstance(part, Node) else ())
    return found


def _no_groups(criteria: CriteriaSet, at: Path) -> Iterator[Fault]:
    if not criteria.groups:
        yield Fault(
            (*at, "groups"),
            "Bộ tiêu chí không có nhóm nào; hãy thêm ít nhất một nhóm.",
            "The criteria set has no group; add at least one.",
        )


def _ids(criteria: CriteriaSet, at: Path) -> Iterator[Fault]:
    """Groups and nodes share their ids: a sheet tells their points by id."""
    yield from _twice((path, part.id) for path, part in parts_at(criteria, at))
    for path, node in nodes_at(criteria, at):
        yield from _twice(((*path, "levels", n), each.id) for n, each in enumerate(node.levels))
        yield from _twice(((*path, "checks", n), each.id) for n, each in enumerate(node.checks))
    yield from _twice(((*at, "bonus", n), each.id) for n, each in enumerate(criteria.bonus))
    reasons = enumerate(criteria.deductions)
    yield from _twice(((*at, "deductions", n), each.id) for n, each in reasons)


def _twice(named: Iterable[tuple[Path, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield Fault(
                (*path, "id"),
                f"Mã “{name}” lặp lại; mỗi tiêu chí, mức, lý do một mã riêng.",
                f"The id “{name}” stands twice; give each its own.",
            )
        seen.add(name)


_PARTS = {
    "levels": ("levels",),
    "bands": ("bands",),
    "series": ("series",),
    "ratio_of_cases": ("children", "passes"),
    "external_result": ("external",),
    "group": ("nodes",),
}
"""What a criterion of a kind is scored by."""


def _parts(node: Node, at: Path) -> Iterator[Fault]:
    for part in _PARTS.get(node.kind, ()):
        if not getattr(node, part):
            yield _missing(node, part, at)
    if node.kind == "threshold" and not (node.passes or node.checks):
        yield _missing(node, "passes", at)
    external = node.external
    if external and external.of == "self" and not external.at_least:
        yield _missing(node, "external.at_least", at)
    if external and external.of != "self" and not node.passes:
        yield _missing(node, "passes", at)


def _missing(node: Node, part: str, at: Path) -> Fault:
    return Fault(
        (*at, "kind"),
        f"Tiêu chí {node.id} loại {node.kind} cần có mục {part}; hãy thêm mục này.",
        f"Criterion {node.id} of kind {node.kind} needs {part}; add it.",
    )


def _counts(part: Node | Group, at: Path) -> Iterator[Fault]:
    """How many must pass is a number that can be reached."""
    rule = part.pass_when
    if isinstance(rule, int) and not 1 <= rule <= len(part.nodes):
        yield Fault(
            (*at, "pass_when"),
            f"Nhóm {part.id} có {len(part.nodes)} mục, không thể cần {rule}; hãy sửa pass_when.",
            f"Group {part.id} has {len(part.nodes)} items and cannot need {rule}; mend pass_when.",
        )
