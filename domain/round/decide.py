"""Deciding commands on a round."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from domain.authority.bounds import bounds_refusals
from domain.events import round as r
from domain.events.base import Reliance
from domain.fact_decisions import permitted
from domain.periods import cadence_of, is_period, year_of
from domain.refusals import Refusal, RefusedError, refusal
from domain.round.closing import lock_refusals, reopen_refusals, seal_refusals, while_locked
from domain.round.pilots import pilot_refusals
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
        against = _opening(state, command, edition, world)
        return permitted(command, world, against, frozen)
    if state is None:
        raise RefusedError([refusal("round_unknown", round=kinds.round_of(command.stream))])
    edition = world.edition(state.programme, state.version)
    against = _CHECKS[type(payload)](state, command, edition, world)
    if isinstance(payload, r.OutstandingSelected):
        payload = replace(payload, relied_on=_relied_on(payload, world))
    return permitted(command, world, against, payload)


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
    expected = "year" if programme.cadence.every == "term" else programme.cadence.every
    if cadence_of(payload.period) != expected:
        reasons.append(
            refusal(
                "period_cadence",
                period=payload.period,
                cadence=kinds.of("cadence", expected),
            )
        )
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


def _open(check: Check) -> Check:
    """A check that a locked round never passes."""

    def checked(
        state: Round, command: Command, edition: Edition | None, world: World
    ) -> list[Refusal]:
        return [*while_locked(state, command), *check(state, command, edition, world)]

    return checked


def _extension(
    _state: Round, command: Command, edition: Edition | None, _world: World
) -> list[Refusal]:
    name = command.payload.deadline
    known = edition is not None and name in edition.programme.deadlines
    return [] if known else [refusal("deadline_unknown", deadline=kinds.of("deadline", name))]


def _review(
    _state: Round, command: Command, edition: Edition | None, _world: World
) -> list[Refusal]:
    known = edition is not None and command.payload.review in edition.programme.reviews
    return (
        []
        if known
        else [
            refusal(
                "review_unknown",
                review=kinds.of("review", command.payload.review),
            )
        ]
    )


def _commendation(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    payload, reasons = command.payload, []
    if edition is None or payload.commendation not in edition.programme.commendations:
        reasons.append(
            refusal(
                "commendation_unknown",
                commendation=kinds.of("commendation", payload.commendation),
            )
        )
    if world.person(payload.person) is None:
        reasons.append(refusal("person_unknown", person=kinds.person(payload.person)))
    if world.unit(payload.unit) is None:
        reasons.append(refusal("unit_unknown", unit=kinds.unit(payload.unit)))
    elif edition is not None:
        on = command.effective_on
        reasons.extend(bounds_refusals(edition.programme, payload.unit, on, world))
    if (payload.commendation, payload.person) in state.commendations:
        reasons.append(refusal("commended_twice", person=kinds.person(payload.person)))
    return reasons


def _selection(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    payload = command.payload
    reward = edition.programme.rewards.get(payload.reward) if edition else None
    if reward is None:
        return [refusal("reward_unknown", reward=kinds.reward(payload.reward))]
    reasons, chosen = [], (payload.reward, payload.subject)
    if any((each.reward, each.subject) == chosen for each in state.selections):
        reasons.append(refusal("selected_twice", subject=kinds.subject(payload.subject)))
    if Fraction(payload.votes_for, max(payload.votes_cast, 1)) <= Fraction(1, 2):
        reasons.append(refusal("selection_lost", subject=kinds.subject(payload.subject)))
    years = _standing_years(payload.cases, payload.subject, world)
    if len(years) < reward.recognised_years:
        reasons.append(
            refusal(
                "too_few_years",
                subject=kinds.subject(payload.subject),
                years=reward.recognised_years,
            )
        )
    return reasons


def _standing_years(streams: list[str], subject: str, world: World) -> set[int]:
    """Years in which the subject was recognised and is still (D-39)."""
    cases = [case for stream in streams if (case := world.case(stream)) is not None]
    return {
        year_of(c.opened.period)
        for c in cases
        if c.recognised_and_not_revoked and c.subject == subject
    }


def _relied_on(payload: r.OutstandingSelected, world: World) -> list[Reliance]:
    """The recognitions that a choice rests on, as they were when it was made."""
    return [
        Reliance(
            stream=stream,
            version=world.version(stream),
            use=f"selection:{payload.reward}",
            value=case.outcome,
        )
        for stream in payload.cases
        if (case := world.case(stream)) is not None
    ]


def _report(
    _state: Round, command: Command, edition: Edition | None, _world: World
) -> list[Refusal]:
    known = edition is not None and command.payload.report in edition.programme.reports
    return (
        []
        if known
        else [
            refusal(
                "report_unknown",
                report=kinds.of("report", command.payload.report),
            )
        ]
    )


_CHECKS: dict[type, Check] = {
    r.RoundLocked: lock_refusals,
    r.RoundReopened: reopen_refusals,
    r.RoundSealed: seal_refusals,
    r.PilotListSet: _open(pilot_refusals),
    r.DeadlineExtended: _open(_extension),
    r.ReviewHeld: _review,
    r.CommendationGiven: _commendation,
    r.OutstandingSelected: _selection,
    r.RoundReportFiled: _report,
}
