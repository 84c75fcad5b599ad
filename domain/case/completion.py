"""Filling in the fields of an act that are worked out and not typed: outcomes, dates, results."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from domain.case.ballots import carried, lost_on
from domain.case.own_tasks import registered_tasks
from domain.case.related import related_deciders
from domain.case.voting_roll import voting_roll
from domain.events import case as c
from domain.events import details as d
from domain.scoring.mean import mean

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events.base import Sheet


def scored(situation: Situation, payload: Any) -> Any:
    """What the sheet comes to; nothing where there is none."""
    if payload.sheet is None:
        return replace(payload, outcome=None)
    return replace(payload, outcome=situation.outcome(payload.sheet))


def adopted(situation: Situation, payload: d.Adoption) -> d.Adoption:
    """The mean of the individual sheets, and what the aggregate comes to."""
    return replace(
        payload, mean=mean_of_sheets(situation), outcome=situation.outcome(payload.sheet)
    )


def mean_of_sheets(situation: Situation) -> dict[str, Any]:
    """The mean of the newest sheet of each assessor, by node (D-05)."""
    own = registered_tasks(situation.case)
    return mean(newest_sheets(situation), situation.criteria, own, situation.profile)


def newest_sheets(situation: Situation) -> list[Sheet]:
    """The newest sheet of each assessor."""
    case = situation.case
    newest = {act.signed_by: act for act in case.all(c.IndividualSheetSubmitted)} if case else {}
    return [act.event.details.sheet for act in newest.values()]


def decided(situation: Situation, payload: d.Decision) -> d.Decision:
    """What the decision's own sheet comes to, and for which period it holds."""
    own: d.Decision = scored(situation, payload)
    return replace(own, valid_for=situation.command.period, related=related_deciders(situation))


def superseded(situation: Situation, payload: d.Supersession) -> d.Supersession:
    """As `decided`, and the number of the decision that is replaced."""
    own: d.Supersession = scored(situation, payload)
    replaced = situation.case.decision if situation.case else None
    return replace(
        own,
        replaces=replaced.number if replaced else "",
        valid_for=situation.command.period,
        related=related_deciders(situation),
    )


def counted(situation: Situation, payload: d.Ballots) -> d.Ballots:
    """Whether the vote is carried, on which criteria it is not, and the roll that the log has."""
    vote = situation.programme.vote
    roll = voting_roll(situation)
    return replace(
        payload,
        passed=vote is None or carried(payload, vote),
        lost_on=lost_on(payload, vote) if vote else [],
        roll_known=roll.known if roll else None,
    )


def found(situation: Situation, payload: d.Finding) -> d.Finding:
    """The last day to explain: the one typed, else as the programme says."""
    days = timedelta(days=situation.programme.revocation.explanation_days)
    return replace(payload, explain_by=payload.explain_by or situation.on + days)


def petitioned(situation: Situation, payload: d.Petition) -> d.Petition:
    """The last day to answer the petition (D-48)."""
    return replace(
        payload, answer_by=situation.on + timedelta(days=situation.programme.petition.days)
    )


def revoked(situation: Situation, payload: d.Revocation) -> d.Revocation:
    """The first day on which the recognition no longer stands, where it follows from the effect."""
    if payload.effect == "from_now":
        return replace(payload, effect_on=situation.on)
    if payload.effect == "as_if_never" and situation.case:
        return replace(payload, effect_on=date.fromisoformat(situation.case.decided_on))
    return payload
