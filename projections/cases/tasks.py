"""Who must act next: one task for each role that a case waits for, and for what waits beside its stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from domain.case.acts import BY_VERB
from domain.programme.edition import Edition
from projections.cases.roles import Organs
from projections.cases.side_tasks import Waiting, Waits
from projections.cases.waiting import Facts, deadline, due_on, ways

if TYPE_CHECKING:
    from projections.cases.status import Status
    from workflow.definition import Step
    from workflow.machine import Table

_VERBS: dict[str, str] = {kind.settles: verb for verb, kind in BY_VERB.items() if kind.settles}
"""The command that settles a task beside the case's stage."""


class Task(NamedTuple):
    """`about` is what it is about beside the case: a body, a petition, a revoked case, a reward."""

    kind: str
    role: str
    organs: list[str]
    commands: list[str]
    since: date
    due_on: date | None
    about: str = ""


def tasks_of(case: Status, waiting: Waiting | None, facts: Facts, organs: Organs) -> Iterator[Task]:
    """The tasks of one case: of its next step, and of what waits beside."""
    edition = facts.edition(case.programme, case.version)
    if edition is None:
        return
    yield from _one_for_each(_steps(case, edition, facts, organs))
    if waiting is not None:
        yield from _one_for_each(_beside(case, waiting, edition, organs))


def _one_for_each(tasks: Iterable[Task]) -> list[Task]:
    """One organ has one task: of roles that the same organs hold the first has it, with what the others may do."""
    found: dict[tuple[object, ...], Task] = {}
    for task in tasks:
        key = (task.kind, task.about, *(task.organs or [task.role]))
        first = found.setdefault(key, task)
        commands = list(dict.fromkeys((*first.commands, *task.commands)))
        days = [day for day in (first.due_on, task.due_on) if day is not None]
        found[key] = first._replace(commands=commands, due_on=min(days, default=None))
    return list(found.values())


def _steps(case: Status, edition: Edition, facts: Facts, organs: Organs) -> Iterator[Task]:
    """One task for each role of the main line; it may take the side steps that are its own as well."""
    ways_on, side = ways(case, facts)
    table = edition.tables.get(case.workflow)
    main = [step for each in ways_on for step in _first(case, each, table)]
    for role in dict.fromkeys(role for step in main for role in step.roles):
        own = [step for step in main if role in step.roles]
        verbs = [step.verb for step in (*own, *side) if role in step.roles]
        set_day = due_on(case, facts) if case.set_due else None
        days = [set_day or deadline(case, step, facts) for step in own]
        yield Task(
            kind="step",
            role=role,
            organs=organs.holding(role, case, edition),
            commands=list(dict.fromkeys(verbs)),
            since=date.fromisoformat(case.since),
            due_on=min((day for day in days if day is not None), default=None),
        )


def _first(case: Status, step: Step, table: Table | None) -> list[Step]:
    """A step, or what must be done before it: nobody is told to adopt an aggregate of no sheets."""
    if table is None or "sheets_submitted" not in step.guards:
        return [step]
    sheets = [each for each in table.steps_from(case.stage) if each.verb == "submit-sheet"]
    return [step] if any(each.step in case.acts for each in sheets) else sheets or [step]


def _beside(case: Status, waiting: Waiting, edition: Edition, organs: Organs) -> Iterator[Task]:
    for kind, abouts in waiting.by_kind().items():
        for about, waits in abouts.items():
            asked = about if kind in {"opinion", "inquiry"} else waits.organ
            if asked:
                yield _task(kind, "asked", [organs.heir(asked)], waits, about)
            elif kind != "recall" or about in edition.programme.revocation.recalls:
                for role in _roles(case, edition, _VERBS[kind]):
                    yield _task(kind, role, organs.holding(role, case, edition), waits, about)


def _task(kind: str, role: str, organs: list[str], waits: Waits, about: str) -> Task:
    due = date.fromisoformat(waits.due_on) if waits.due_on else None
    return Task(kind, role, organs, [_VERBS[kind]], date.fromisoformat(waits.since), due, about)


def _roles(case: Status, edition: Edition, verb: str) -> Iterable[str]:
    steps = edition.tables[case.workflow].steps_from(case.stage)
    return dict.fromkeys(role for step in steps if step.verb == verb for role in step.roles)


def task_row(case: Status, unit_name: str, task: Task, on: date) -> dict[str, Any]:
    """A task as the list of them shows it."""
    return {
        "case": case.case,
        "programme": case.programme,
        "programme_version": case.version,
        "subject": case.subject,
        "unit": case.unit,
        "unit_name": unit_name,
        "period": case.period,
        "stage": case.stage,
        **task._asdict(),
        "late": task.due_on is not None and task.due_on < on,
        "what": None,
        "month": None,
    }
