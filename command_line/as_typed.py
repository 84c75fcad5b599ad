"""What a person can type next, as it stands: the program as it was started, paths and URLs quoted."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[1] / "scripts" / "bontot"


def program() -> str:
    """How to start bontot again from here: `bontot`, `scripts/bontot`, or a path to one of them."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        started = CHECKOUT
    found = shutil.which("bontot")
    if found and started.exists() and Path(found).samefile(started):
        return "bontot"
    return (
        quoted(_near(started)) if started.exists() else f"{quoted(sys.executable)} -m command_line"
    )


def quoted(path: Path | str) -> str:
    """A path or URL as one word for a shell."""
    return shlex.quote(str(path))


def _near(path: Path) -> Path:
    """As seen from the folder one stands in, where it is below that."""
    below = os.path.relpath(path)
    return path if below.startswith(os.pardir) else Path(below)
