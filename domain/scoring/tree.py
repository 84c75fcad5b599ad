"""Walking a criteria set: its nodes, its leaves, what each is worth at most."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.programme.criteria import CriteriaSet, Group, Node


def nodes(criteria: CriteriaSet) -> Iterator[Node]:
    """Every node, parents before their children."""
    for group in criteria.groups:
        yield from nodes_of(group)


def nodes_of(group: Group) -> Iterator[Node]:
    """Every node of one group, parents before their children."""
    return _below(group.nodes)


def leaves(criteria: CriteriaSet) -> Iterator[Node]:
    """Every node that is scored by itself."""
    return (node for node in nodes(criteria) if node.kind != "group")


def _below(found: list[Node]) -> Iterator[Node]:
    for node in found:
        yield node
        yield from _below(node.nodes)


def worth(part: Node | Group) -> Fraction:
    """The most points a node or group can give; where it says none, what its parts can give."""
    if part.max:
        return Fraction(part.max)
    return max((*_own(part), sum((worth(node) for node in part.nodes), Fraction(0))))


def _own(part: Node | Group) -> list[Fraction]:
    choices = [*getattr(part, "levels", ()), *getattr(part, "bands", ())]
    return [Fraction(choice.points) for choice in choices]
