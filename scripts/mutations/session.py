"""Run in the copy of the tree: the tests are collected once, and each change is tried in a process of its own.

Names of changes come on stdin, a line each; a line with name and outcome for each goes to the file that is named.
That is many times quicker than a run of pytest for each change.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state

from scripts.mutations.report import Outcome

CHILDREN = 2
_ENDLESS = 10
"""How many times as long as without a change a test may take, and five seconds."""


class Trying:
    """Takes the place of pytest's own loop over the tests."""

    def __init__(self, names: Sequence[str], until: float, told: Path) -> None:
        self._names = names
        self._until = until
        self._told = told
        self._failed = ""
        self._items: list[pytest.Item] = []
        self._seconds: list[float] = []
        self._reaching: dict[str, set[int]] = defaultdict(set)
        self._noticing: Counter[tuple[str, int]] = Counter()
        self._running: dict[int, tuple[str, int]] = {}

    def pytest_configure(self) -> None:
        """An example that is slow on a busy machine has noticed nothing."""
        import hypothesis  # noqa: PLC0415 -- pytest rewrites it and has to be there first

        every = list(hypothesis.HealthCheck)
        hypothesis.settings.register_profile("slow", deadline=None, suppress_health_check=every)
        hypothesis.settings.load_profile("slow")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed = report.nodeid

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = session.items
        set_mutant_under_test("stats")
        self._run(range(len(self._items)), each_reaches=True)
        if self._failed:
            sys.exit(f"this test fails without any change: {self._failed}")
        set_mutant_under_test("")
        # What is there already stays where it is, so that no process copies it only to look whether it is needed.
        gc.collect()
        gc.freeze()
        gc.disable()
        for name in self._names:
            if time.monotonic() >= self._until:
                break
            self._begin(name)
        while self._running:
            self._end_one()
        return True

    def _run(self, chosen: Sequence[int], *, each_reaches: bool = False) -> int:
        """Run tests until one fails; answer which it was, or -1."""
        for at, following in zip(chosen, [*chosen[1:], None], strict=True):
            before, item = time.process_time(), self._items[at]
            if not each_reaches:
                _limit(self._seconds[at])
            state()._stats.clear()  # noqa: SLF001 -- where mutmut notes the functions that were called
            after = None if following is None else self._items[following]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if self._failed:
                return at
            if each_reaches:
                self._seconds.append(time.process_time() - before)
                for function in state()._stats:  # noqa: SLF001 -- as above
                    self._reaching[function].add(at)
        return -1

    def _begin(self, name: str) -> None:
        """Try a change on the tests that reach its function: those that noticed others first, then the quick ones."""
        place = _place(name)
        tests = self._reaching.get(place)
        if not tests:
            self._tell(name, "unreached")
            return
        order = sorted(tests, key=lambda at: (-self._noticing[place, at], self._seconds[at]))
        while len(self._running) >= CHILDREN:
            self._end_one()
        ours, theirs = os.pipe()
        process = os.fork()
        if not process:
            self._try(name, order, theirs)
        os.close(theirs)
        self._running[process] = name, ours

    def _try(self, name: str, order: Sequence[int], told: int) -> None:
        """In the process of its own, which ends here."""
        code = 1
        try:
            _silence()
            set_mutant_under_test(name)
            noticed = self._run(order)
            os.write(told, str(noticed).encode())
            code = int(noticed >= 0)
        finally:
            os._exit(code)

    def _end_one(self) -> None:
        process, status = os.wait()
        name, ours = self._running.pop(process)
        noticed = os.read(ours, 20).decode()
        os.close(ours)
        if noticed not in {"", "-1"}:
            self._noticing[_place(name), int(noticed)] += 1
        if os.WIFSIGNALED(status):
            self._tell(name, "endless")
        else:
            self._tell(name, "noticed" if os.WEXITSTATUS(status) else "unnoticed")

    def _tell(self, name: str, outcome: Outcome) -> None:
        with self._told.open("a", encoding="utf-8") as file:
            file.write(f"{name} {outcome}\n")


def _place(name: str) -> str:
    return name.partition("__mutmut_")[0]


def _silence() -> None:
    """What tests of a changed program print is nobody's."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _limit(seconds: float) -> None:
    """End this process when a test takes much longer than without a change, or waits for ever."""
    most = seconds * _ENDLESS + 5
    signal.setitimer(signal.ITIMER_PROF, most)
    signal.setitimer(signal.ITIMER_REAL, most * _ENDLESS)


def main() -> None:
    """Arguments: the moment of `time.monotonic` to stop at, the file to tell, what pytest is asked."""
    until, told, *asked = sys.argv[1:]
    trying = Trying(sys.stdin.read().split(), float(until), Path(told))
    options = ["--tb=no", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
    sys.exit(int(pytest.main([*options, *asked], plugins=[trying])))


if __name__ == "__main__":
    main()
