"""Filling in what a decision knows better than the person who enters: outcomes, dates, results."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.scoring.mean import mean

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.programme.profile import Vote


def complete(situation: Situation) -> Any:
    """Answer the payload of the command with everything filled in."""
    payload = situation.command.payload
    fill = _FILL.get(type(payload))
    return fill(situation, payload) if fill else payload


def _scored(situation: Situation, payload: Any) -> Any:
    if payload.sheet is None:
        return replace(payload, outcome=None)
    return replace(payload, outcome=situation.outcome(payload.sheet))


def _adopted(situation: Situation, payload: d.Adoption) -> d.Adoption:
    return replace(
        payload, mean=mean_of_sheets(situation), outcome=situation.outcome(payload.sheet)
    )


def mean_of_sheets(situation: Situation) -> dict[str, Any]:
    """The mean of the newest sheet of each assessor, by node (D-05)."""
    case = situation.case
    newest = {act.signed_by: act for act in case.all(c.IndividualSheetSubmitted)} if case else {}
    return mean([act.event.details.sheet for act in newest.values()], situation.criteria)


def _decided(situation: Situation, payload: d.Decision) -> d.Decision:
    scored: d.Decision = _scored(situation, payload)
    return replace(scored, valid_for=situation.command.period)


def _superseded(situation: Situation, payload: d.Supersession) -> d.Supersession:
    scored: d.Supersession = _scored(situation, payload)
    replaced = situation.case.decision if situation.case else None
    return replace(
        scored,
        replaces=replaced.number if replaced else "",
        valid_for=situation.command.period,
    )


def _counted(situation: Situation, payload: d.Ballots) -> d.Ballots:
    vote = situation.programme.vote
    return replace(payload, passed=vote is None or carried(payload, vote))


def carried(ballots: d.Ballots, vote: Vote) -> bool:
    """Whether the vote had its quorum and more than the share asked for (D-21)."""
    base = {"roll": ballots.roll, "present": ballots.present, "valid": ballots.valid}
    quorum = Fraction(ballots.present) >= Fraction(vote.quorum) * ballots.roll
    return quorum and ballots.votes_for > Fraction(vote.majority) * base[vote.majority_of]


def _found(situation: Situation, payload: d.Finding) -> d.Finding:
    days = timedelta(days=situation.programme.revocation.explanation_days)
    return replace(payload, explain_by=payload.explain_by or situation.on + days)


def _petitioned(situation: Situation, payload: d.Petition) -> d.Petition:
    return replace(
        payload, answer_by=situation.on + timedelta(days=situation.programme.petition.days)
    )


def _revoked(situation: Situation, payload: d.Revocation) -> d.Revocation:
    if payload.effect == "from_now":
        return replace(payload, effect_on=situation.on)
    if payload.effect == "as_if_never" and situation.case:
        return replace(
            payload, effect_on=type(situation.on).fromisoformat(situation.case.decided_on)
        )
    return payload


_FILL: dict[type, Callable[[Situation, Any], Any]] = {
    d.Scoring: _scored,
    d.Appraisal: _scored,
    d.Adoption: _adopted,
    d.Decision: _decided,
    d.Supersession: _superseded,
    d.Ballots: _counted,
    d.Finding: _found,
    d.Petition: _petitioned,
    d.Revocation: _revoked,
}
