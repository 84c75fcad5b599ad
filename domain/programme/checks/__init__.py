"""What a programme file may not be, each kind of fault in a file of its own."""

from __future__ import annotations

from typing import Any

from domain.programme.faults import Fault, ProgrammeFaultsError
from domain.programme.reading import read


def check_tree(tree: Any) -> list[Fault]:
    """List every fault of a programme file's tree; a tree that cannot be read has these alone."""
    try:
        read(tree)
    except ProgrammeFaultsError as error:
        return error.faults
    return []
