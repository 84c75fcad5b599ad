"""Kinds of subject that one unit could be of: which of them it is would be nobody's choice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from domain.programme.faults import Fault, fault

if TYPE_CHECKING:
    from domain.programme.model import Programme
    from domain.programme.taking_part import Subject


def faults(programme: Programme) -> Iterator[Fault]:
    """List, at the later of two, kinds of subject that share a kind of unit under a kind of superior."""
    for (first, one), (second, other) in combinations(programme.subjects.items(), 2):
        shared = sorted({*one.unit_kinds} & {*other.unit_kinds})
        alike = one.of == other.of and programme.length_of(one) == programme.length_of(other)
        if alike and shared and _same_superior(one, other):
            at = ("subjects", second, "unit_kinds")
            yield fault(
                at, "subjects_overlap", first=first, second=second, shared=", ".join(shared)
            )


def _same_superior(one: Subject, other: Subject) -> bool:
    """A kind of subject that names no superior is under any."""
    above, below = {*one.superior_kinds}, {*other.superior_kinds}
    return not above or not below or bool(above & below)
