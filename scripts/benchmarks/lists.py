"""What a page asks of a long log: fifty rows of each list, one case with its history and what is allowed.

Each stands beside the bare select of the rows it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from application.questions import cases as questions
from application.questions.case_allowed import allowed
from application.questions.case_list import CasesAsked, case_list
from application.questions.pages import Page
from application.questions.register_list import RegisterAsked, register_list
from application.questions.tasks import TasksAsked, task_list
from application.questions.unit_list import UnitsAsked, unit_list
from application.running.system import System
from projections.cases.register import REGISTER
from projections.cases.status import STATUS
from projections.machinery.read_model import ReadModel
from projections.organisation.units import UNITS
from scripts.benchmarks.generate import OFFICER, stream
from scripts.benchmarks.kept_logs import long_log
from scripts.benchmarks.measure import Measurement, Target, interleaved

EVENTS = 1_000_000
OPEN_CASES = 1_000
ROWS = 50
PAGE = Page(size=ROWS)
LIST = Target("ours", "at_most", 30)
TASKS = Target("ours", "at_most", 50)
DECIDED = date(2025, 6, 30)
"""A day when every decision of the log is in effect: the log itself was recorded before them."""
MILLISECONDS = 1000
Work = Callable[[], object]


def lists(folder: Path, events: int, open_cases: int, rounds: int) -> list[Measurement]:
    """The lists and one case of a log of so many events, in milliseconds, by one thread."""
    system = long_log(folder, events, open_cases)
    named = f"of {system.ledger.head().position} events"
    found = [
        _measured(f"{what} {named}", target, ours, bare, rounds)
        for what, target, ours, bare in (*_lists(system), _case(system))
    ]
    system.close()
    return found


def _measured(name: str, target: Target, ours: Work, bare: Work, rounds: int) -> Measurement:
    times = [seconds * MILLISECONDS for seconds in interleaved(rounds, ours, bare)]
    return Measurement(name, times[0], None, times[1], "ms", target)


def _lists(system: System) -> list[tuple[str, Target, Work, Work]]:
    page = Page(size=ROWS)
    shown = case_list(system, CasesAsked(), page).rows
    streams = ", ".join(f"'case:{row.case}'" for row in shown)
    return [
        (
            f"{ROWS} cases", LIST,
            lambda: case_list(system, CasesAsked(), page),
            _select(system, STATUS, f"WHERE stream IN ({streams})"),
        ),
        (
            f"{ROWS} rows of the register", LIST,
            lambda: register_list(system, RegisterAsked(), page, as_of=DECIDED),
            _select(system, REGISTER, "WHERE recognised > 0"),
        ),
        (
            f"{ROWS} units", LIST,
            lambda: unit_list(system, UnitsAsked(), page),
            _select(system, UNITS, "ORDER BY stream"),
        ),
        (
            f"{ROWS} tasks of a person", TASKS,
            lambda: task_list(system, TasksAsked(by=OFFICER), page),
            _select(system, STATUS, "WHERE open = 1 ORDER BY due_on"),
        ),
    ]  # fmt: skip


def _case(system: System) -> tuple[str, Target, Work, Work]:
    name = stream(_last_case(system))

    def page() -> object:
        return (
            questions.case(system, name),
            questions.history(system, name),
            allowed(system, name, by=OFFICER, organ="", on=None, language="vi"),
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
