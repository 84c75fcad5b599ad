"""Deciding commands on a round."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from domain.authority.rounds import basis_on_round
from domain.events import round as r
from domain.fact_decisions import permitted
from domain.periods import cadence_of, is_period, year_of
from domain.refusal import Refusal, RefusedError, refusal
from domain.refusal_basis import rested
from domain.round.closing import lock_refusals, reopen_refusals, seal_refusals, while_locked
from domain.round.commending import commendation_refusals
from domain.round.pilots import pilot_refusals
from domain.round.selecting import relied_on, selection_refusals
from domain.round.tailoring import tailoring_refusals
from words import kinds

Check = Callable[["Round", Any, "Edition | None", "World"], list[Refusal]]

if TYPE_CHECKING:
    from domain.commands import Command
    from domain.decided import Decided
    from domain.programme.edition import Edition
    from domain.programme.model import Programme
    from domain.round.state import Round
    from domain.world import World


def decide(state: Round | None, command: Command, world: World) -> Decided:
    """Decide a command on a round; raise RefusedError with every reason."""
    payload = command.payload
    if isinstance(payload, r.RoundOpened):
        edition = world.edition(payload.programme, payload.version)
        frozen = replace(payload, version=edition.version) if edition else payload
        against = rested(_opening(state, command, edition, world), edition, payload)
        return permitted(command, world, against, frozen)
    if state is None:
        raise RefusedError([refusal("round_unknown", round=kinds.round_of(command.stream))])
    edition = world.edition(state.programme, state.version)
    against = rested(_against(state, command, edition, world), edition, payload)
    if isinstance(payload, r.OutstandingSelected):
        payload = replace(payload, relied_on=relied_on(payload, world))
    basis = basis_on_round(command, edition) if edition else []
    return permitted(command, world, against, payload, basis)


def _against(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    kind = type(command.payload)
    locked = while_locked(state, command) if kind in _NOT_WHILE_LOCKED else []
    return [*locked, *_CHECKS[kind](state, command, edition, world)]


def _opening(
    state: Round | None, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    payload = command.payload
    if not is_period(payload.period):
        return [refusal("period_unreadable", period=payload.period)]
    reasons = [refusal("round_twice", round=payload.period)] if state else []
    if edition is None:
        return [
            *reasons,
            refusal("version_unknown", programme=kinds.programme(payload.programme)),
        ]
    fitting = [*_fits(edition.programme, payload), *_body_known(edition.programme, world)]
    return [*reasons, *fitting]


def _body_known(programme: Programme, world: World) -> list[Refusal]:
    """The body whose guideline it is must be a unit of the log: who may act and for whom hangs on it."""
    body = programme.body
    if body is None or world.unit(body.unit) is not None:
        return []
    said = kinds.programme(programme.code, programme.name)
    return [refusal("body_unregistered", unit=kinds.unit(body.unit), programme=said)]


def _fits(programme: Programme, payload: r.RoundOpened) -> list[Refusal]:
    reasons, span = [], programme.span
    lengths = list(dict.fromkeys(map(programme.length_of, programme.subjects.values())))
    if cadence_of(payload.period) not in lengths:
        expected = kinds.many("cadence", lengths)
        reasons.append(refusal("period_cadence", period=payload.period, cadence=expected))
    year = year_of(payload.period)
    if year < span.valid_from.year or (span.valid_until and year > span.valid_until.year):
        reasons.append(
            refusal(
                "period_outside",
                period=payload.period,
                programme=kinds.programme(programme.code, programme.name),
            )
        )
    return reasons


def _extension(
    _state: Round, command: Command, edition: Edition | None, _world: World
) -> list[Refusal]:
    name = command.payload.deadline
    known = edition.programme.deadlines if edition else {}
    if name in known:
        return []
    told = [kinds.typed(kinds.of("deadline", each)) for each in known]
    return [refusal("deadline_unknown", deadline=kinds.of("deadline", name), known=told)]


def _review(
    _state: Round, command: Command, edition: Edition | None, _world: World
) -> list[Refusal]:
    name, known = command.payload.review, edition.programme.reviews if edition else {}
    if name in known:
        return []
    told = [kinds.typed(kinds.of("review", *each)) for each in known.items()]
    return [refusal("review_unknown", review=kinds.of("review", name), known=told)]


def _report(
    _state: Round, command: Command, edition: Edition | None, _world: World
) -> list[Refusal]:
    name, known = command.payload.report, edition.programme.reports if edition else {}
    if name in known:
        return []
    told = [kinds.typed(kinds.of("report", *each)) for each in known.items()]
    return [refusal("report_unknown", report=kinds.of("report", name), known=told)]


_CHECKS: dict[type, Check] = {
    r.RoundLocked: lock_refusals,
    r.RoundReopened: reopen_refusals,
    r.RoundSealed: seal_refusals,
    r.PilotListSet: pilot_refusals,
    r.LocalCriteriaSet: tailoring_refusals,
    r.DeadlineExtended: _extension,
    r.ReviewHeld: _review,
    r.CommendationGiven: commendation_refusals,
    r.OutstandingSelected: selection_refusals,
    r.RoundReportFiled: _report,
}
_NOT_WHILE_LOCKED = frozenset({r.PilotListSet, r.LocalCriteriaSet, r.DeadlineExtended})
"""What a locked round does not take; that it is locked once says its own check."""
