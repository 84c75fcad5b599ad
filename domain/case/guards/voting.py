"""Rules of a counted vote: its roll, whether it is secret, figures that fit, a vote on each criterion (D-21)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from domain.case.voting_roll import voting_roll
from domain.refusal import Refusal, refusal
from domain.scoring.applies import due_leaves, is_due
from domain.scoring.unknown_node import node_unknown
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events import details as d
    from domain.programme.criteria import Group, Node
    from domain.programme.procedure import Vote


def roll_refusals(situation: Situation, payload: d.Ballots) -> list[Refusal]:
    """The roll of a vote is the roll of the log on that day, or it is said why not, if the programme lets it be."""
    roll, vote = voting_roll(situation), _vote(situation)
    kept = vote is not None and vote.roll == "kept"
    if roll is None:
        return [refusal("roll_not_kept")] if kept else []
    if roll.is_of(payload.roll) or (payload.roll_reason.strip() and not kept):
        return []
    code = "roll_is_another" if kept else "roll_differs"
    return [refusal(code, roll=payload.roll, known=roll.known)]


def secrecy_refusals(situation: Situation, payload: d.Ballots) -> list[Refusal]:
    """A vote is not said to be open where the programme asks for a secret one (D-21)."""
    vote = _vote(situation)
    asked = vote is not None and vote.secret
    return [refusal("ballots_open")] if asked and payload.secret is False else []


def _vote(situation: Situation) -> Vote | None:
    """The vote that the programme asks for of the subject."""
    vote = situation.programme.vote
    return vote if vote is not None and vote.asked_of(situation.candidate.kind) else None


def ballot_refusals(_situation: Situation, payload: d.Ballots) -> list[Refusal]:
    """The figures of a vote fit each other."""
    checks = {
        "ballots_present": payload.present <= payload.roll,
        "ballots_issued": payload.issued <= payload.present,
        "ballots_returned": payload.returned <= payload.issued,
        "ballots_valid": payload.valid + payload.invalid == payload.returned,
        "ballots_votes": payload.votes_for + payload.votes_against <= payload.valid,
        "ballots_negative": min(payload.roll, payload.present, payload.issued, payload.returned,
                                payload.valid, payload.invalid, payload.votes_for,
                                payload.votes_against) >= 0,
    }  # fmt: skip
    values = {f: getattr(payload, f) for f in ("roll", "present", "issued", "returned", "valid")}
    values |= {f: getattr(payload, f) for f in ("invalid", "votes_for", "votes_against")}
    return [refusal(code, **values) for code, holds in checks.items() if not holds]


def criterion_vote_refusals(situation: Situation, payload: d.Ballots) -> list[Refusal]:
    """Where the programme asks for a vote on each criterion, each has one, once, with votes that fit the ballots."""
    vote = _vote(situation)
    if vote is None or not vote.each:
        return [refusal("vote_not_by_criterion")] if payload.by_criterion else []
    asked = {part.id: part for part in voted_on(situation)}
    counted = Counter(each.node for each in payload.by_criterion)
    return [
        *(_unvoted(asked[node]) for node in asked if node not in counted),
        *(_of("vote_twice", node) for node, times in counted.items() if times > 1),
        *(node_unknown(node, asked, about="by_criterion") for node in counted if node not in asked),
        *(_beyond(each, payload) for each in payload.by_criterion if not _fits(each, payload)),
    ]


def voted_on(situation: Situation) -> list[Group | Node]:
    """What is voted on by itself: the criteria that count for the subject, or the groups that have any."""
    vote, criteria, profile = _vote(situation), situation.criteria, situation.profile
    if vote is None or not vote.each:
        return []
    if vote.each == "criterion":
        return list(due_leaves(criteria.groups, profile))
    return [
        group
        for group in criteria.groups
        if any(is_due(node.applies, profile) for node in group.nodes)
    ]


def _unvoted(part: Group | Node) -> Refusal:
    return refusal("vote_on_missing", node=kinds.of("criterion", part.id, part))


def _of(code: str, node: str) -> Refusal:
    return refusal(code, node=kinds.of("criterion", node))


def _fits(each: d.CriterionVotes, ballots: d.Ballots) -> bool:
    votes = (each.votes_for, each.votes_against)
    return min(votes) >= 0 and sum(votes) <= ballots.valid


def _beyond(each: d.CriterionVotes, ballots: d.Ballots) -> Refusal:
    return refusal(
        "vote_on_beyond",
        node=kinds.of("criterion", each.node),
        votes_for=each.votes_for,
        votes_against=each.votes_against,
        valid=ballots.valid,
    )
