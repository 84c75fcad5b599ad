"""How events change a round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.events import round as r
from domain.events.base import Event
from domain.round.state import Round
from domain.stamp import Stamp


def evolve(state: Round | None, event: Event, stamp: Stamp) -> Round:
    """Apply an event; raise TypeError for one that is not of a round."""
    if isinstance(event, r.RoundOpened):
        opened_on = date.fromisoformat(stamp.effective_on)
        return Round(event.programme, event.version, event.period, opened_on, event.closing_on)
    change = _CHANGES.get(type(event))
    if state is None or change is None:
        raise TypeError(type(event))
    change(state, event)
    return state


def _pilots(state: Round, event: r.PilotListSet) -> None:
    state.pilot_units = list(event.units)


def _extended(state: Round, event: r.DeadlineExtended) -> None:
    state.extensions[event.deadline, event.subject] = event.due_on


_CHANGES: dict[type[Event], Callable[[Round, Any], None]] = {
    r.PilotListSet: _pilots,
    r.DeadlineExtended: _extended,
    r.ReviewHeld: lambda state, e: state.reviews.append(e.review),
    r.CommendationGiven: lambda state, e: state.commendations.append((e.commendation, e.person)),
    r.OutstandingSelected: lambda state, e: state.selections.append((e.reward, e.subject)),
    r.RoundReportFiled: lambda state, e: state.reports.append(e.report),
}
