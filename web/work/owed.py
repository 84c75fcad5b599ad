"""The form in which something that is owed is recorded, filled in with what the task knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from domain.catalogue import VERBS

if TYPE_CHECKING:
    from projections.cases.task_list import TaskRow

_OF_WHAT = ("duty", "report", "review")
"""The fields in which commands name what is owed; a form takes the one that it has."""


def form_of_what_is_owed(verb: str, row: TaskRow) -> str:
    """The address of the form of a command, about the round, the unit or the unit's year of a task."""
    filled = {
        "target": _target(verb, row),
        "programme": row.programme,
        "period": row.period,
        "data.programme": row.programme,
        "data.month": str(row.month or ""),
        **{f"data.{field}": row.about for field in _OF_WHAT},
    }
    return f"/do/{verb}?{urlencode({name: value for name, value in filled.items() if value})}"


def _target(verb: str, row: TaskRow) -> str:
    """A unit, a unit and its year; a round is named by programme and period."""
    return {
        "unit": row.unit,
        "unit-year": f"{row.unit}:{row.period[:4]}",
    }.get(VERBS[verb].stream, "")
