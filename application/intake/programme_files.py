"""Programme files on disk: read, and told line by line what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from application.intake.programme_yaml import MAX_BYTES, BrokenYamlError, Lines, tree_and_lines
from domain.checks import check_tree
from words.kinds import Because

if TYPE_CHECKING:
    from pathlib import Path

    from domain.programme.faults import Fault

__all__ = ["MAX_BYTES", "FileFault", "Lines", "UnreadableFileError", "check_file", "load"]


class FileFault(NamedTuple):
    """A fault of a file at a line (1 is the first)."""

    file: Path
    line: int
    why: Because


class UnreadableFileError(Exception):
    """A file that is no usable YAML; `faults` say why and where, `fault` is the first of them."""

    def __init__(self, faults: list[FileFault]) -> None:
        super().__init__("; ".join(str(each.why) for each in faults))
        self.faults = faults

    @property
    def fault(self) -> FileFault:
        return self.faults[0]


def load(path: Path) -> tuple[Any, Lines]:
    """Read a file as a tree with its lines; raise UnreadableFileError or OSError."""
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    try:
        return tree_and_lines(content)
    except BrokenYamlError as error:
        faults = [FileFault(path, each.line, each.why) for each in error.problems]
        raise UnreadableFileError(faults) from error


def check_file(path: Path) -> list[FileFault]:
    """List what is wrong with a programme file, by line; raise OSError when it cannot be opened."""
    try:
        tree, lines = load(path)
    except UnreadableFileError as error:
        return error.faults
    faults = [_placed(path, fault, lines) for fault in check_tree(tree)]
    once = {(fault.line, str(fault.why)): fault for fault in faults}
    return [once[place] for place in sorted(once)]


def _placed(path: Path, fault: Fault, lines: Lines) -> FileFault:
    return FileFault(path, lines.of(fault.path), fault.why)
