"""Measuring one part in a copy of the tree, for as long as it may take."""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import cast

from scripts.mutations.areas import Part
from scripts.mutations.changing import Change, changed_into
from scripts.mutations.report import Measured, Outcome
from scripts.mutations.tree import copied


class NotMeasuredError(Exception):
    """The last words of tests that fail without any change."""


def measured(part: Part, until: float = math.inf) -> Measured:
    """Try the changes of a part; `until` is a moment of `time.monotonic`. Raises NotMeasuredError."""
    with tempfile.TemporaryDirectory(prefix="bontot-mutation-") as name:
        folder = Path(name)
        files = [
            file
            for file in copied(folder)
            if file.endswith(".py") and any(fnmatch(file, each) for each in part.area.files)
        ]
        changes = changed_into(folder, files, part.functions)
        outcomes = _tried(folder, part, [each.name for each in changes], until) if changes else {}
    return counted(changes, outcomes)


def counted(changes: Sequence[Change], outcomes: Mapping[str, str]) -> Measured:
    """Each change with what became of it; those of which nothing is told are left."""
    tried = [
        (each, cast(Outcome, outcomes[each.name])) for each in changes if each.name in outcomes
    ]
    return Measured(tried, len(changes) - len(tried))


def _tried(folder: Path, part: Part, names: Sequence[str], until: float) -> dict[str, str]:
    told = folder / "told"
    told.touch()
    done = subprocess.run(  # noqa: S603 -- a module of ours
        [
            sys.executable, "-m", "scripts.mutations.session", str(until), str(told),
            *part.area.tests, *part.area.without,
        ],
        cwd=folder,
        input="\n".join(names),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise NotMeasuredError(done.stdout[-3_000:])
    return dict(line.split() for line in told.read_text(encoding="utf-8").splitlines())
