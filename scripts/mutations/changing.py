"""The changes themselves: files with every change of every function in them, as mutmut writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from mutmut.mutation.file_mutation import mutate_file_contents


class Change(NamedTuple):
    """One change: its name with its module, and the lines that it takes away and puts in."""

    name: str
    diff: tuple[str, ...]

    @property
    def place(self) -> str:
        """The function that it is made in."""
        return self.name.partition("__mutmut_")[0]


def changed_into(folder: Path, files: Sequence[str], functions: Sequence[str]) -> list[Change]:
    """Write the changes of files into a copy of the tree; answer those of `functions`, or all where none are named.

    Which change is in force is said by the environment when the tests run.
    """
    changes = [change for file in files for change in _written(folder / file, module_of(file))]
    return [each for each in changes if not functions or each.place in functions]


def module_of(file: str) -> str:
    """The name of a file's module."""
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _written(place: Path, module: str) -> list[Change]:
    found = mutate_file_contents(str(place), place.read_text(encoding="utf-8"))
    place.write_text(found.code, encoding="utf-8")
    lines = found.code.splitlines()
    texts = {
        name: lines[span.start - 1 : span.end]
        for name, span in found.line_span_by_function_name.items()
    }
    return [Change(f"{module}.{name}", _diff(texts, name)) for name in found.mutant_names]


def _diff(texts: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """What a change takes away and puts in, without the line that names the function."""
    before = texts.get(f"{name.partition('__mutmut_')[0]}__mutmut_orig", ())
    lines = unified_diff(before, texts.get(name, ()), n=0, lineterm="")
    own = (line for line in lines if not line.startswith(("---", "+++", "@@")))
    return tuple(f"{line[0]} {line[1:].strip()}" for line in own if "__mutmut_" not in line)
