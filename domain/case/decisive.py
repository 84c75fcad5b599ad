"""The sheet that a case's outcome rests on: the newest decision's own, else the appraiser's, else its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.events import case as c

if TYPE_CHECKING:
    from domain.case.state import Act, Case

_IN_ORDER = (c.Appraised, c.HopAppraised, c.AggregateAdopted, c.IndividualSheetSubmitted)


def decisive_act(case: Case) -> Act | None:
    """Answer the act with the decisive sheet, None where nobody has scored."""
    acts = (case.decided, *(case.last(event) for event in _IN_ORDER))
    return next((act for act in acts if act and act.event.details.sheet), None)
