"""The vote by which the outstanding are chosen: its counts fit each other, and it has the majority of the file."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.programme.recognising import Chosen
    from words.kinds import Said


def vote_refusals(chosen: Chosen, votes_for: int, votes_cast: int, subject: Said) -> list[Refusal]:
    """List what is wrong with a vote on a subject, where the programme asks for one."""
    if not chosen.selection_vote:
        return []
    if not 0 <= votes_for <= votes_cast:
        return [refusal("selection_votes", votes_for=votes_for, votes_cast=votes_cast)]
    majority = Fraction(chosen.selection_majority)
    if votes_for > majority * votes_cast:
        return []
    return [refusal("selection_lost", subject=subject, majority=kinds.share(majority))]
