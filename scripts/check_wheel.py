"""What a built wheel must and must not hold: `python -m scripts.check_wheel WHEEL`."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

MUST = (
    "command_line/main.py",
    "workflow/machine.py",
)
DATA = {
    "documents": {".css", ".j2", ".yaml"},
    "programmes": {".yaml"},
    "samples": {".csv", ".jsonl", ".md"},
}
MUST_NOT = ("tests/", "docs/", "var/")


def data_files() -> list[str]:
    """Every programme and sample of the checkout, by its path."""
    return [
        path.as_posix()
        for folder, suffixes in DATA.items()
        for path in sorted(Path(folder).rglob("*"))
        if path.suffix in suffixes
    ]


def problems(names: list[str]) -> list[str]:
    """List what is missing or should not be there."""
    missing = [f"missing: {name}" for name in (*MUST, *data_files()) if name not in names]
    stray = [f"stray: {name}" for name in names if name.startswith(MUST_NOT)]
    return [*missing, *stray]


def main(wheel: str) -> int:
    """Check one wheel; answer the exit code."""
    with zipfile.ZipFile(wheel) as archive:
        found = problems(archive.namelist())
    for problem in found:
        sys.stderr.write(problem + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
