"""What a programme file may not be: each kind of fault in a file of its own."""

from __future__ import annotations

from typing import Any

from domain.programme.checks import (
    assumed,
    authority,
    numbers,
    references,
    rules,
    unknown_keys,
    workflows,
)
from domain.programme.faults import Fault, ProgrammeFaultsError
from domain.programme.model import Programme
from domain.programme.reading import convert, stripped


def check_tree(tree: Any) -> list[Fault]:
    """List every fault of a programme file's tree, each once.

    A tree whose structure is wrong has these faults alone: there is nothing to check yet.
    """
    found = assumed.faults(tree)
    plain = stripped(tree, (), {})
    structure = unknown_keys.faults(plain)
    if structure:
        return [*found, *structure]
    try:
        programme = convert(plain)
    except ProgrammeFaultsError as error:
        return [*found, *error.faults]
    found.extend(numbers.faults(programme))
    if isinstance(programme, Programme):
        for check in (references, workflows, authority, rules):
            found.extend(check.faults(programme))
    return list(dict.fromkeys(found))
