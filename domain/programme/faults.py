"""What is wrong with a programme file: where in the tree, what, and what to do."""

from __future__ import annotations

import re
from typing import NamedTuple

from domain.programme.misfits import placed, told
from words.kinds import Because, because

Path = tuple[str | int, ...]
_FIELD = re.compile(r"Object contains unknown field `(?P<field>.*)`")


class Fault(NamedTuple):
    """A fault at a path of the tree, and why it is one."""

    path: Path
    why: Because


class ProgrammeFaultsError(Exception):
    """A programme that cannot be read; `faults` say why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(str(fault.why) for fault in faults))
        self.faults = faults


def fault(path: Path, code: str, **values: object) -> Fault:
    """Make a fault; its words are `fault.<code>`."""
    return Fault(path, because(f"fault.{code}", **values))


def structure_fault(message: str, at: Path = (), choices: tuple[object, ...] = ()) -> Fault:
    """Turn the message of a failed conversion into a fault below `at`, at a wrong key itself."""
    said, place = placed(message)
    path = path_of(place)
    wrong_key = _FIELD.fullmatch(said)
    if wrong_key:
        path = (*path, wrong_key["field"])
    return Fault((*at, *path), told(said, choices))


def path_of(text: str) -> Path:
    """Read `groups[0].nodes[2].max` as a path; `[...]` stands for any key and ends it."""
    parts: list[str | int] = []
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+|\.\.\.)\]", text):
        if index == "...":
            break
        parts.append(int(index) if index else name)
    return tuple(parts)
