"""What a page asks of a long log: fifty rows of each list, one case with its history and what is allowed.

Each stands beside the bare select of the rows it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from application.questions import cases as questions
from application.questions import organisation
from application.running.system import System
from projections.cases.register import REGISTER
from projections.cases.status import STATUS
from projections.machinery.read_model import ReadModel
from projections.organisation.units import UNITS
from scripts.benchmarks.generate import OFFICER, PARENT, stream
from scripts.benchmarks.kept_logs import long_log
from scripts.benchmarks.measure import Measurement, Target, interleaved

EVENTS = 1_000_000
OPEN_CASES = 1_000
ROWS = 50
LIST = Target("ours", "at_most", 30)
TASKS = Target("ours", "at_most", 50)
MILLISECONDS = 1000
Work = Callable[[], object]


def lists(folder: Path, events: int, open_cases: int, rounds: int) -> list[Measurement]:
    """The lists and one case of a log of so many events, in milliseconds, by one thread."""
    system = long_log(folder, events, open_cases)
    named = f"of {system.ledger.head().position} events"
    found = [
        _measured(f"{what} {named}", target, ours, bare, rounds)
        for what, target, ours, bare in (*_lists(system), _case(system), _tasks(system))
    ]
    system.close()
    return found


def _measured(name: str, target: Target, ours: Work, bare: Work, rounds: int) -> Measurement:
    times = [seconds * MILLISECONDS for seconds in interleaved(rounds, ours, bare)]
    return Measurement(name, times[0], None, times[1], "ms", target)


def _lists(system: System) -> list[tuple[str, Target, Work, Work]]:
    return [
        (
            f"{ROWS} cases", LIST,
            lambda: questions.cases(system)[:ROWS],
            _select(system, STATUS, "ORDER BY programme, period, unit, subject, stream"),
        ),
        (
            f"{ROWS} rows of the register", LIST,
            lambda: questions.register(system)[:ROWS],
            _select(system, REGISTER, "WHERE recognised > 0"),
        ),
        (
            f"{ROWS} units", LIST,
            lambda: organisation.units(system)[:ROWS],
            _select(system, UNITS, "ORDER BY stream"),
        ),
    ]  # fmt: skip


def _tasks(system: System) -> tuple[str, Target, Work, Work]:
    return (
        f"{ROWS} tasks of a person", TASKS,
        lambda: questions.tasks(system, organ=f"{PARENT}/committee_office")[:ROWS],
        _select(system, STATUS, "WHERE open = 1 ORDER BY due_on"),
    )  # fmt: skip


def _case(system: System) -> tuple[str, Target, Work, Work]:
    name = stream(_last_case(system))

    def page() -> object:
        return (
            questions.case(system, name),
            questions.history(system, name),
            questions.allowed(system, name, by=OFFICER, organ="", on=None, language="vi"),
        )

    rows = system.ledger.readers.fetch
    return (
        "a case with its history and what is allowed", LIST, page,
        lambda: rows("SELECT * FROM event WHERE stream = ? ORDER BY version", (name,)),
    )  # fmt: skip


def _last_case(system: System) -> int:
    """The number of the last cell, whose case is open."""
    last = system.ledger.readers.fetch(f"SELECT count(*) FROM {UNITS.view.name}", ())[0][0]  # noqa: S608 -- a name of ours
    return int(last) - 2


def _select(system: System, model: ReadModel[Any], rest: str) -> Work:
    sql = f"SELECT * FROM {model.view.name} {rest} LIMIT {ROWS}"  # noqa: S608 -- names of ours
    return lambda: system.ledger.readers.fetch(sql, ())
