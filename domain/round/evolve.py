"""How events change a round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain.envelope import Stamp
from domain.events import round as r
from domain.events.base import Event
from domain.round.state import Held, Round, Seal, Selection, Tailored


def evolve(state: Round | None, event: Event, stamp: Stamp) -> Round:
    """Apply an event; raise TypeError for one that is not of a round."""
    if isinstance(event, r.RoundOpened):
        opened_on = date.fromisoformat(stamp.effective_on)
        return Round(event.programme, event.version, event.period, opened_on, event.closing_on)
    change = _CHANGES.get(type(event))
    if state is None or change is None:
        raise TypeError(type(event))
    change(state, event, stamp)
    return state


def _pilots(state: Round, event: r.PilotListSet, _stamp: Stamp) -> None:
    state.pilot_units = list(event.units)


def _extended(state: Round, event: r.DeadlineExtended, _stamp: Stamp) -> None:
    state.extensions[event.deadline, event.subject] = event.due_on


def _locked(state: Round, _event: r.RoundLocked, _stamp: Stamp) -> None:
    state.locked = True


def _reopened(state: Round, _event: r.RoundReopened, _stamp: Stamp) -> None:
    state.locked = state.sealed = False


def _sealed(state: Round, event: r.RoundSealed, stamp: Stamp) -> None:
    state.sealed = True
    state.seals.append(
        Seal(
            event.position, event.root, event.recorded_at, event.figures, event.digest,
            stamp.effective_on, stamp.signed_by, stamp.organ,
        )
    )  # fmt: skip


def _selected(state: Round, event: r.OutstandingSelected, stamp: Stamp) -> None:
    selection = Selection(event.reward, event.subject, stamp.organ, list(event.cases))
    state.selections.append(selection)


def _reviewed(state: Round, event: r.ReviewHeld, stamp: Stamp) -> None:
    state.reviews.append(event.review)
    state.reviews_held.append(Held(event.review, stamp.effective_on, stamp.organ))


def _reported(state: Round, event: r.RoundReportFiled, stamp: Stamp) -> None:
    state.reports.append(event.report)
    state.reports_filed.append(Held(event.report, stamp.effective_on, stamp.organ))


def _tailored(state: Round, event: r.LocalCriteriaSet, stamp: Stamp) -> None:
    number = event.document.number if event.document else ""
    tailored = Tailored(stamp.effective_on, number, event.added)
    state.tailored[stamp.organ, event.criteria] = tailored


_CHANGES: dict[type[Event], Callable[[Round, Any, Stamp], None]] = {
    r.RoundLocked: _locked,
    r.RoundReopened: _reopened,
    r.RoundSealed: _sealed,
    r.PilotListSet: _pilots,
    r.LocalCriteriaSet: _tailored,
    r.DeadlineExtended: _extended,
    r.ReviewHeld: _reviewed,
    r.CommendationGiven: lambda state, e, _: state.commendations.append((e.commendation, e.person)),
    r.OutstandingSelected: _selected,
    r.RoundReportFiled: _reported,
}
