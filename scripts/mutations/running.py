"""One run of mutmut in a copy of the tree, for as long as it may take."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts.mutations.areas import Part
from scripts.mutations.report import Change, Measured
from scripts.mutations.tree import copied

_CHILDREN = "2"
_GRACE = 20
"""Seconds that mutmut has to stop its children and go."""
_RESULT = re.compile(r"^\s*(?P<name>\S+?__mutmut_\d+): (?P<outcome>.+)$", re.MULTILINE)
_NOT_TRIED = frozenset({"not checked", "check was interrupted by user", "skipped"})


class MutmutError(Exception):
    """The last words of a run that failed, as where a test fails before any change."""


def measured(part: Part, until: float | None, *, with_diffs: bool) -> Measured:
    """Try the changes of a part; `until` is a moment of `time.monotonic`. Raises MutmutError."""
    with tempfile.TemporaryDirectory(prefix="bontot-mutation-") as name:
        folder = Path(name)
        beside = copied(folder)
        with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
            file.write(settings(part, beside))
        told, stopped = _run(folder, names_of(part.functions), until)
        every = list(changes(_answer(folder, "mutmut", "results", "--all", "true"), part.functions))
        if told and (every or not part.functions):
            raise MutmutError(told[-3_000:])
        tried = [each for each in every if each.outcome not in _NOT_TRIED]
        diffs = _diffs(folder, [each.name for each in tried if not each.noticed], asked=with_diffs)
        return Measured(tried, len(every) - len(tried), diffs, stopped)


def settings(part: Part, beside: Sequence[str]) -> str:
    """What mutmut is told, at the end of the copy's pyproject.toml."""
    area = part.area
    rooms = sorted({file.partition("/")[0] for file in area.files})
    return "\n".join(
        (
            "",
            "[tool.mutmut]",
            f"source_paths = {rooms}",
            f"only_mutate = {list(area.files)}",
            f"also_copy = {[name for name in beside if name not in (*rooms, 'tests')]}",
            f"pytest_add_cli_args_test_selection = {list(area.tests)}",
            f"pytest_add_cli_args = {list(area.without)}",
            "",
        )
    )


def names_of(functions: Sequence[str]) -> list[str]:
    """The changes of functions as mutmut takes them: it finds the tests of a function by a name without a pattern."""
    return [f"{each}__mutmut_{which}" for each in functions for which in ("1", "*")]


def changes(told: str, functions: Sequence[str]) -> Iterator[Change]:
    """What mutmut tells of its changes; only those of `functions` if there are any."""
    for found in _RESULT.finditer(told):
        change = Change(found["name"], found["outcome"])
        if not functions or change.place in functions:
            yield change


def _run(folder: Path, names: Sequence[str], until: float | None) -> tuple[str, bool]:
    """What it said where it failed, and whether it was stopped because the time was over."""
    with (folder / "told").open("w+", encoding="utf-8") as told:
        running = subprocess.Popen(  # noqa: S603 -- a locked package of ours
            [sys.executable, "-m", "mutmut", "run", "--max-children", _CHILDREN, *names],
            cwd=folder,
            stdout=told,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            failed = running.wait(None if until is None else max(until - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            _stop(running)
            return "", True
        told.seek(0)
        return (told.read() or "mutmut failed") if failed else "", False


def _stop(running: subprocess.Popen[bytes]) -> None:
    """What was tried until then stands."""
    running.send_signal(signal.SIGINT)
    try:
        running.wait(_GRACE)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _diffs(folder: Path, names: Sequence[str], *, asked: bool) -> dict[str, str]:
    """The text of each change, by its name."""
    if not asked or not names:
        return {}
    told = _answer(folder, "scripts.mutations.diffs", given="\n".join(names))
    return dict(zip(names, told.split("\0"), strict=True))


def _answer(folder: Path, module: str, *asked: str, given: str = "") -> str:
    done = subprocess.run(  # noqa: S603 -- a locked package of ours, or a file of ours
        [sys.executable, "-m", module, *asked],
        cwd=folder,
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout
