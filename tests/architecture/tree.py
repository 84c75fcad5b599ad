"""The tracked files and their syntax trees."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    "application",
    "command_line",
    "documents",
    "domain",
    "ledger",
    "projections",
    "scripts",
    "web",
    "words",
    "workflow",
)
DATA_PACKAGES = ("programmes", "samples")


@cache
def tracked():
    """Every file that git tracks or would, by its path from the root."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")
    return [name for name in names if name and (ROOT / name).is_file()]


def python_files(*rooms):
    return [
        n for n in tracked() if n.endswith(".py") and n.startswith(tuple(f"{r}/" for r in rooms))
    ]


@cache
def parsed(name):
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))
