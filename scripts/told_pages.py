"""Pages that tell a story with real commands: every `$ bontot …` is run, and what it printed stands under it."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

_BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
_PROMPT = "$ bontot "


def retold(page: Path) -> str:
    """The page with what its commands print now, one after another from an empty log.

    Paths are those of the project's folder; `OUT` is a folder that is thrown away.
    """
    with tempfile.TemporaryDirectory() as folder:
        return _BLOCK.sub(lambda block: _told(block[1], folder), page.read_text(encoding="utf-8"))


def _told(block: str, folder: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith(_PROMPT)]
    return "".join(f"{command}\n{_printed(command, folder)}" for command in commands)


def _printed(command: str, folder: str) -> str:
    words = [word.replace("OUT", f"{folder}/out") for word in shlex.split(command)[2:]]
    words += ["--database", f"sqlite:///{folder}/log.sqlite"]
    done = subprocess.run(  # noqa: S603 -- this project's own command line
        [sys.executable, "-m", "command_line", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout + done.stderr).replace(folder, "…").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines if line.strip())
