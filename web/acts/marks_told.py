"""A measured value in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from application.questions.criterion_values import MeasuredShown
    from web.spoken import Spoken


def measured_told(measured: MeasuredShown, spoken: Spoken) -> str:
    key = "web.measured" if measured.final else "web.measured_provisional"
    return spoken.words(key, what=measured.words, value=measured.text)
