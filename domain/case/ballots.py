"""What counted ballots come to: whether enough came, of whom the majority is, whether the vote is carried (D-21)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.events.details import Ballots
    from domain.programme.procedure import Vote


def has_quorum(ballots: Ballots, vote: Vote) -> bool:
    """Whether as many of the roll were present as the programme asks for."""
    return Fraction(ballots.present) >= Fraction(vote.quorum) * ballots.roll


def base_of(ballots: Ballots, vote: Vote) -> int:
    """Of how many the majority is counted: the roll, those present, or the valid ballots."""
    return {"roll": ballots.roll, "present": ballots.present, "valid": ballots.valid}[
        vote.majority_of
    ]


def carried(ballots: Ballots, vote: Vote) -> bool:
    """Whether the vote had its quorum and more than the share asked for."""
    enough = ballots.votes_for > Fraction(vote.majority) * base_of(ballots, vote)
    return has_quorum(ballots, vote) and enough
