"""What a programme file may not be: each kind of fault in a file of its own."""

from __future__ import annotations

from typing import Any

from domain.checks import (
    amounts,
    assumed,
    authority,
    criteria,
    marks,
    names,
    overlaps,
    points,
    ranges,
    references,
    rules,
    structure,
    workflows,
)
from domain.programme.faults import Fault
from domain.programme.model import Programme
from domain.programme.reading import convert, stripped


def check_tree(tree: Any) -> list[Fault]:
    """List every fault of a programme file's tree, each once.

    A tree whose structure is wrong has these faults alone: there is nothing to check yet. Nor are
    numbers added up of which one is none.
    """
    wrong = assumed.faults(tree)
    assumptions: dict[str, str] = {}
    plain = stripped(tree, (), assumptions)
    misfits = [fault for fault in structure.faults(plain) if not _below(fault, wrong)]
    if wrong or misfits:
        return [*wrong, *misfits]
    programme = convert(plain)
    no_amounts = amounts.faults(programme)
    faults = [
        *names.faults(programme, plain),
        *marks.faults(programme, plain, assumptions),
        *no_amounts,
    ]
    for check in (criteria, references) if no_amounts else (criteria, references, points, ranges):
        faults.extend(check.faults(programme))
    if isinstance(programme, Programme):
        for check_more in (workflows, authority, rules, overlaps):
            faults.extend(check_more.faults(programme))
    return list(dict.fromkeys(faults))


def _below(fault: Fault, wrong: list[Fault]) -> bool:
    """Whether a fault lies inside an `assumed` mark that is itself faulty, and so follows from that."""
    return any(fault.path[: len(mark.path)] == mark.path for mark in wrong)
