"""One task as a line of “My work”: of what, what it is, until when, and the buttons that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from web.asked import Asked
from web.work.owed import form_of_what_is_owed

if TYPE_CHECKING:
    from datetime import date

    from projections.cases.task_list import TaskRow
    from web.spoken import Spoken


class Button(NamedTuple):
    """A way to a form."""

    words: str
    address: str


class Line(NamedTuple):
    """One task: of what, what it is, until when and how late, and the buttons that do it."""

    subject: str
    address: str
    detail: str
    what: str
    known: str
    due_on: str
    late: str
    is_late: bool
    buttons: tuple[Button, ...]


def line(row: TaskRow, asked: Asked, *, mine: bool) -> Line:
    spoken, today = asked.spoken.within(row), asked.system.today()
    what = spoken.said(row.what) if row.what else spoken.value(row.commands, "verb")
    return Line(
        subject=spoken.value(row.subject or f"unit:{row.unit}", "subject"),
        address=f"/cases/{row.case}" if row.case else "",
        detail=" · ".join(filter(None, (row.period, spoken.value(row.programme, "programme")))),
        what=what,
        known=_known(row, spoken, mine=mine),
        due_on=spoken.value(row.due_on, "date"),
        late=_late(row, spoken, today),
        is_late=bool(row.late_by),
        buttons=tuple(_button(verb, row, spoken) for verb in row.commands) if mine else (),
    )


def _known(row: TaskRow, spoken: Spoken, *, mine: bool) -> str:
    """Where the case stands and since when; of another's task, whose it is."""
    stage = spoken.value(row.stage, "stage") if row.stage else ""
    since = spoken.words("web.since", on=spoken.value(row.since, "date"))
    who = "" if mine else spoken.value(row.organs, "organ") or spoken.value(row.role, "role")
    return " · ".join(filter(None, (who, stage, since)))


def _late(row: TaskRow, spoken: Spoken, today: date) -> str:
    """How late, or how many days are left, in words."""
    if row.late_by:
        return spoken.words("web.late_by", days=row.late_by)
    if row.due_on is None:
        return ""
    return spoken.words("web.days_left", days=(row.due_on - today).days)


def _button(verb: str, row: TaskRow, spoken: Spoken) -> Button:
    about = f"/cases/{row.case}/do/{verb}" if row.case else form_of_what_is_owed(verb, row)
    return Button(spoken.value(verb, "verb"), about)
