"""Where the parts of a criteria set stand in the file."""

from __future__ import annotations

from collections.abc import Iterator

from domain.programme.criteria import CriteriaSet, Group, Node
from domain.programme.faults import Path


def parts_at(criteria: CriteriaSet, at: Path) -> Iterator[tuple[Path, Group | Node]]:
    """Every group and node with its path, each group before its nodes."""
    for place, group in enumerate(criteria.groups):
        path = (*at, "groups", place)
        yield path, group
        yield from _below(group.nodes, path)


def nodes_at(criteria: CriteriaSet, at: Path) -> Iterator[tuple[Path, Node]]:
    """Every node with its path, parents before their children."""
    return ((path, part) for path, part in parts_at(criteria, at) if isinstance(part, Node))


def _below(nodes: list[Node], at: Path) -> Iterator[tuple[Path, Node]]:
    for place, node in enumerate(nodes):
        path = (*at, "nodes", place)
        yield path, node
        yield from _below(node.nodes, path)
