"""What a person can type next, as it stands: the program as it was started, paths and URLs quoted."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

COMMANDS = (
    "backup", "cases", "demo", "do", "documents", "export", "forms", "init", "persons", "play", "programmes", "rebuild",
    "refusals", "register", "restore", "review", "revocation", "rounds", "search", "serve", "status", "tasks", "units",
    "verify", "what-if",
)  # fmt: skip
"""What the program is told to do."""
_NAMED = re.compile(rf"\bbontot (?=(?:{'|'.join(COMMANDS)})\b)")
"""The program, where a command stands behind it."""
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


def typable(text: str) -> str:
    """A sentence with the program in it as it is started from here: `bontot forms`, `scripts/bontot forms`."""
    return _NAMED.sub(lambda _: f"{program()} ", text)


def quoted(path: Path | str) -> str:
    """A path or URL as one word for a shell."""
    return shlex.quote(str(path))


def _near(path: Path) -> Path:
    """As seen from the folder one stands in, where it is below that."""
    below = os.path.relpath(path)
    return path if below.startswith(os.pardir) else Path(below)
