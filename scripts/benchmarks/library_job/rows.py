"""The rows of a case in the three tables, after a step."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from scripts.benchmarks.library_job.aggregates import Case

NO_DAY = date.max.isoformat()
COLUMNS = {
    "status": (
        "stream", "programme", "version", "subject", "unit", "period", "subject_kind", "title", "workflow", "stage",
        "since", "outcome", "claimed", "set_due", "issuer", "due_acts", "open", "waiting_for", "due_on", "late_on",
        "unit_name",
    ),
    "register": ("stream", "programme", "subject", "period", "title", "recognised", "decisions"),
    "tasks": ("stream", "waiting", "given", "recalls"),
}  # fmt: skip
"""The columns of each table; the first is its key."""
_DECIDES = frozenset({"decide", "revoke"})
_GIVES = frozenset({"decide-reward", "issue-certificate", "revoke"})


class Write(NamedTuple):
    """A row for a table, in place of the one with its key."""

    table: str
    values: Sequence[Any]


def writes(case: Case, verb: str, waiting: Sequence[str], unit_name: str) -> list[Write]:
    """What an act changes; an act on a recognition its row of the register, one on rewards its tasks."""
    found = [_status(case, waiting, unit_name)]
    if verb in _DECIDES:
        found.append(_register(case))
    if verb in _GIVES:
        found.append(_tasks(case))
    return found


def everything(case: Case, waiting: Sequence[str], unit_name: str) -> list[Write]:
    """Every row of a case."""
    return [_status(case, waiting, unit_name), _register(case), _tasks(case)]


def _status(case: Case, waiting: Sequence[str], unit_name: str) -> Write:
    of, due = case.opening, case.set_due if waiting else ""
    overdue = (date.fromisoformat(due) + timedelta(days=1)).isoformat() if due else NO_DAY
    late = (act[:10] for act in case.due_acts.values() if act[:10] > act[11:])
    return Write(
        "status",
        (
            case.stream, of["programme"], of["version"], of["subject"], of["unit"], of["period"], of["subject_kind"],
            of["title"], of["workflow"], case.stage, case.since, case.outcome, case.claimed, case.set_due,
            case.issuer, json.dumps(case.due_acts), int(bool(waiting or case.recalls)), json.dumps(waiting),
            due or NO_DAY, min([overdue, *late]), unit_name,
        ),
    )  # fmt: skip


def _register(case: Case) -> Write:
    of, decisions = case.opening, [case.decision] if case.decision else []
    recognised = sum(each["level"] == "PASS" for each in decisions)
    return Write(
        "register",
        (
            case.stream, of["programme"], of["subject"], of["period"], of["title"], recognised,
            json.dumps(decisions),
        ),
    )  # fmt: skip


def _tasks(case: Case) -> Write:
    return Write(
        "tasks",
        (case.stream, len(case.recalls), json.dumps(sorted(case.given)), json.dumps(case.recalls)),
    )
