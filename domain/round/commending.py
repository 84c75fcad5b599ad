"""Commending a person: whom, of which unit, after which review and vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.bounds import bounds_refusals
from domain.periods import year_of
from domain.refusal import Refusal, refusal
from domain.round.votes import vote_refusals
from domain.streams import case_stream
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.commands import Command
    from domain.programme.edition import Edition
    from domain.programme.recognising import Commendation
    from domain.round.state import Round
    from domain.world import World


def commendation_refusals(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    """List every reason against a commendation."""
    payload = command.payload
    commendations = edition.programme.commendations if edition else {}
    known = commendations.get(payload.commendation)
    reasons = list(_names(state, command, edition, world))
    if known is None:
        said = kinds.of("commendation", payload.commendation)
        told = [kinds.typed(kinds.of("commendation", *each)) for each in commendations.items()]
        return [refusal("commendation_unknown", commendation=said, known=told), *reasons]
    person = kinds.person(payload.person)
    reasons.extend(vote_refusals(known, payload.votes_for, payload.votes_cast, person))
    if known.on == "review" and not state.reviews:
        reasons.append(refusal("commended_before_review", person=person))
    reasons.extend(_of_year(known, year_of(state.period)))
    return [*reasons, *_of_unit(state, command, known, world)]


def _of_year(known: Commendation, year: int) -> list[Refusal]:
    """A commendation of some years of a term is given in these (PW-TIM-1, D-38)."""
    cadence = known.cadence
    if cadence is None or cadence.falls_in(year):
        return []
    years = [kinds.ordinal(each) for each in cadence.years_of_term]
    told = {"year": kinds.ordinal(year), "of_term": kinds.ordinal(cadence.year_of_term(year))}
    return [refusal("commended_not_this_year", years=years, **told)]


def _names(
    state: Round, command: Command, edition: Edition | None, world: World
) -> Iterator[Refusal]:
    payload = command.payload
    if world.person(payload.person) is None:
        yield refusal("person_unknown", person=kinds.person(payload.person))
    if world.unit(payload.unit) is None:
        yield refusal("unit_unknown", unit=kinds.unit(payload.unit))
    elif edition is not None:
        yield from bounds_refusals(edition.programme, payload.unit, command.effective_on, world)
    if (payload.commendation, payload.person) in state.commendations:
        yield refusal("commended_twice", person=kinds.person(payload.person))


def _of_unit(
    state: Round, command: Command, known: Commendation, world: World
) -> Iterator[Refusal]:
    """The person leads the unit, and the unit is recognised in the round, where the programme asks for that."""
    payload = command.payload
    person, unit = world.person(payload.person), kinds.unit(payload.unit)
    leads = person is not None and any(
        m.unit == payload.unit and m.is_leader and m.holds_on(command.effective_on)
        for m in person.memberships
    )
    if known.leader and not leads:
        yield refusal("commended_leads_not", person=kinds.person(payload.person), unit=unit)
    if not known.recognised:
        return
    case = world.case(case_stream(state.programme, f"unit:{payload.unit}", state.period))
    of_kind = case is not None and (
        not known.subjects or case.opened.subject_kind in known.subjects
    )
    if case is None or not of_kind or not case.recognised_and_not_revoked:
        yield refusal("commended_unit_not_recognised", unit=unit)
