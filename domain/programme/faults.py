"""What is wrong with a programme file: where in the tree, what, and what to do."""

from __future__ import annotations

import re
from typing import NamedTuple

Path = tuple[str | int, ...]
_PATH = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")


class Fault(NamedTuple):
    """A fault at a path of the tree, as a sentence in both languages."""

    path: Path
    vi: str
    en: str

    def sentence(self, language: str) -> str:
        """Answer the sentence in `vi` or `en`."""
        return self.en if language == "en" else self.vi


class ProgrammeFaultsError(Exception):
    """A programme that cannot be read; `faults` say why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.en for fault in faults))
        self.faults = faults


def structure_fault(message: str) -> Fault:
    """Turn the message of a failed conversion into a fault with its path."""
    found = _PATH.search(message)
    said = message[: found.start()] if found else message
    return Fault(
        path_of(found["path"] if found else ""),
        f"Cấu trúc không đúng: {said}. Hãy sửa theo docs/programmes.md.",
        f"The structure is wrong: {said}. Mend it after docs/programmes.md.",
    )


def path_of(text: str) -> Path:
    """Read `groups[0].nodes[2].max` as a path; `[...]` stands for any key and ends it."""
    parts: list[str | int] = []
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+|\.\.\.)\]", text):
        if index == "...":
            break
        parts.append(int(index) if index else name)
    return tuple(parts)
