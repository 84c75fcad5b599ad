"""Mutation testing of the rules with mutmut, in a copy of the tree: `scripts/mutation [AREA…]` (docs/mutation.md)."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
NOTICED = frozenset({"killed", "timeout", "caught by type check"})
_RESULT = re.compile(r"^\s*(?P<place>\S+?)__mutmut_\d+: (?P<outcome>.+)$", re.MULTILINE)


class Area(NamedTuple):
    """Files whose lines are changed, and the tests that have to notice it."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()
    """Tests that look at the source itself, which is another in the copy, or that kill processes."""


_DOMAIN = ("tests/domain",)
_LEDGER = ("tests/ledger",)
_NOT_OF_LEDGER = (
    "tests/ledger/test_killing.py",
    "tests/ledger/library",
    "tests/ledger/test_security_page.py",
)
AREAS = {
    "scoring": Area(("domain/scoring/*",), _DOMAIN),
    "case": Area(("domain/case/*",), _DOMAIN),
    "authority": Area(("domain/authority/*",), _DOMAIN),
    "round": Area(("domain/round/*",), _DOMAIN),
    "workflow": Area(("workflow/*",), ("tests/workflow",), ("tests/workflow/test_room.py",)),
    "append": Area(("ledger/append.py",), _LEDGER, _NOT_OF_LEDGER),
    "verification": Area(("ledger/verification.py",), _LEDGER, _NOT_OF_LEDGER),
}


def settings(area: Area, beside: list[str]) -> str:
    """What mutmut is told, at the end of the copy's pyproject.toml."""
    rooms = sorted({file.partition("/")[0] for file in area.files})
    return "\n".join(
        (
            "",
            "[tool.mutmut]",
            f"source_paths = {rooms}",
            f"only_mutate = {list(area.files)}",
            f"also_copy = {[name for name in beside if name not in (*rooms, 'tests')]}",
            f"pytest_add_cli_args_test_selection = {list(area.tests)}",
            f"pytest_add_cli_args = {[f'--ignore={each}' for each in area.without]}",
            "",
        )
    )


def copied(into: Path) -> list[str]:
    """Copy every tracked file, as it stands, and answer the names at the top."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 -- the git of whoever develops
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    names = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    for name in names:
        place = into / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes((ROOT / name).read_bytes())
    return sorted({name.partition("/")[0] for name in names if not name.startswith(".")})


def outcomes(area: Area) -> list[tuple[str, str]]:
    """Each change by the function that it was made in, and what became of it."""
    with tempfile.TemporaryDirectory(prefix="bontot-mutation-") as folder:
        beside = copied(Path(folder))
        with (Path(folder) / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write(settings(area, beside))
        _mutmut(folder, "run", "--max-children", "2")
        told = _mutmut(folder, "results", "--all", "true")
    return [(found["place"], found["outcome"]) for found in _RESULT.finditer(told)]


def _mutmut(folder: str, *asked: str) -> str:
    """What mutmut prints; ends with its last words where it fails, as where a test fails before any change."""
    told = subprocess.run(  # noqa: S603 -- a locked package of ours
        [sys.executable, "-m", "mutmut", *asked],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if told.returncode:
        sys.exit(told.stdout[-3_000:])
    return told.stdout


def report(name: str, found: list[tuple[str, str]]) -> Iterator[str]:
    """The score of an area, and the functions in which a change went unnoticed."""
    noticed = sum(outcome in NOTICED for _, outcome in found)
    share = noticed / len(found) if found else 1
    yield f"{name}: {noticed} of {len(found)} changes were noticed ({share:.1%})"
    left = Counter(place for place, outcome in found if outcome not in NOTICED)
    for place, count in left.most_common():
        yield f"  {count:4} {place}"


def main() -> None:
    """Measure the areas that are named, or all."""
    wanted = sys.argv[1:] or list(AREAS)
    unknown = [name for name in wanted if name not in AREAS]
    if unknown:
        sys.exit(f"no such area: {', '.join(unknown)}; there are {', '.join(AREAS)}")
    for name in wanted:
        sys.stdout.writelines(f"{line}\n" for line in report(name, outcomes(AREAS[name])))


if __name__ == "__main__":
    main()
