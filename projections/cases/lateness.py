"""When a case is late: the one meaning for lists, tasks to come and the year's review."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

NO_DAY = date.max.isoformat()
"""Stands for no day at all, so that it comes after every other one."""


class Taken(NamedTuple):
    """A step that was taken on a day, as corrected; `due_on` is empty where no day was kept with it."""

    on: str
    due_on: str
    said_late: bool = False

    @property
    def late(self) -> bool:
        """Whether its date is after the due day; without a due day, whether the event says so."""
        return self.on > self.due_on if self.due_on else self.said_late


def late_from(taken: Iterable[Taken], due: date | None) -> str:
    """The day from which a case is late, NO_DAY where there is none.

    It is late once a step was taken after its due day, for good, or while the next step has not been taken
    and the day it is `due` is over.
    """
    overdue = (due + timedelta(days=1)).isoformat() if due else NO_DAY
    return min([overdue, *(each.on for each in taken if each.late)])
