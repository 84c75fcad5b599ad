"""What counted ballots come to: whether enough came, of whom the majority is, what is carried and what not (D-21)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.events.details import Ballots, CriterionVotes
    from domain.programme.procedure import Vote


def has_quorum(ballots: Ballots, vote: Vote) -> bool:
    """Whether as many of the roll were present as the programme asks for."""
    return Fraction(ballots.present) >= Fraction(vote.quorum) * ballots.roll


def base_of(ballots: Ballots, vote: Vote) -> int:
    """Of how many the majority is counted: people, ballots, or the votes that were for or against."""
    if vote.majority_of == "cast":
        return ballots.votes_for + ballots.votes_against
    base: int = getattr(ballots, vote.majority_of)
    return base


def carried(ballots: Ballots, vote: Vote) -> bool:
    """Whether the vote had its quorum and more than the share asked for, on every criterion that was voted on."""
    enough = ballots.votes_for > Fraction(vote.majority) * base_of(ballots, vote)
    return has_quorum(ballots, vote) and enough and not lost_on(ballots, vote)


def lost_on(ballots: Ballots, vote: Vote) -> list[str]:
    """The criteria that had no more than the share asked for, in the order of the count."""
    return [each.node for each in ballots.by_criterion if not _enough(each, ballots, vote)]


def _enough(each: CriterionVotes, ballots: Ballots, vote: Vote) -> bool:
    """Of the same people or ballots as the whole vote; of the votes cast those on this criterion."""
    cast = each.votes_for + each.votes_against
    of = cast if vote.majority_of == "cast" else base_of(ballots, vote)
    return each.votes_for > Fraction(vote.majority) * of
