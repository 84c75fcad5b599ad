"""The areas that are measured: files whose lines are changed, and the tests that have to notice it."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatch
from typing import NamedTuple


class Area(NamedTuple):
    """Files (as patterns) whose lines are changed, and the tests that have to notice it."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()
    """Options of pytest that leave tests out, as those that say on PostgreSQL again what they say on SQLite."""

    def holds(self, file: str) -> bool:
        return any(fnmatch(file, pattern) for pattern in self.files)


_LEDGER = tuple(
    f"tests/ledger/test_{name}.py"
    for name in ("append", "group", "guards", "altered_schema", "tampering", "topics")
)
_ORGANISATION = ("tests/domain/organisation", "tests/domain/authority")
_ON_SQLITE = ("-k=not postgres",)
AREAS = {
    "append": Area(("ledger/append.py",), _LEDGER, _ON_SQLITE),
    "verification": Area(("ledger/verification.py",), _LEDGER, _ON_SQLITE),
    "workflow": Area(
        ("workflow/*",), ("tests/workflow",), ("--ignore=tests/workflow/test_room.py",)
    ),
    "round": Area(("domain/round/*",), ("tests/domain/round", *_ORGANISATION)),
    "scoring": Area(("domain/scoring/*",), ("tests/domain/scoring",)),
    "authority": Area(("domain/authority/*",), _ORGANISATION),
    "case": Area(("domain/case/*",), ("tests/domain/case",)),
}


class Part(NamedTuple):
    """What one run of mutmut measures."""

    name: str
    area: Area
    functions: tuple[str, ...] = ()
    """As mutmut names them, with their module; without any, all functions of the files."""


class NoSuchAreaError(Exception):
    """A word that is no area and no pattern of files of one."""


def parts(words: Sequence[str], files: Sequence[str]) -> list[Part]:
    """What is asked for: an area by its name, or files of areas by a pattern such as `domain/case/guards/*`.

    `files` are those of the tree. Raises NoSuchAreaError for a word that names nothing.
    """
    return [part for word in words or AREAS for part in _parts_of(word, files)]


def _parts_of(word: str, files: Sequence[str]) -> list[Part]:
    if word in AREAS:
        return [Part(word, AREAS[word])]
    named = [file for file in files if fnmatch(file, word)]
    found = [
        Part(f"{name}: {word}", area._replace(files=held))
        for name, area in AREAS.items()
        if (held := tuple(filter(area.holds, named)))
    ]
    if not found:
        raise NoSuchAreaError(word)
    return found
