"""A mark of a sheet and a measured value in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from application.questions.criterion_values import MeasuredShown
    from application.questions.given_marks import MarkShown
    from web.spoken import Spoken


def mark_told(mark: MarkShown | None, spoken: Spoken) -> str:
    """The points and the value they were given for; whether it is met where there are none."""
    if mark is None:
        return ""
    points = spoken.value(mark.points, "number")
    if points and mark.text:
        return f"{points} ({mark.text})"
    return points or mark.text or spoken.value(mark.met, "yes_no")


def measured_told(measured: MeasuredShown, spoken: Spoken) -> str:
    key = "web.measured" if measured.final else "web.measured_provisional"
    return spoken.words(key, what=measured.words, value=measured.text)
