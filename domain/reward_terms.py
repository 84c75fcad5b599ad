"""What a reward asks for, chosen for in a round or decided on a case: the year, the subject, the giver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.programme.recognising import Reward


def year_refusals(reward: Reward, code: str, year: int) -> list[Refusal]:
    """A reward of some years of a term is decided in these (D-38)."""
    cadence = reward.cadence
    if cadence is None or cadence.falls_in(year):
        return []
    return [
        refusal(
            "reward_not_this_year",
            reward=kinds.reward(code, reward),
            year=kinds.ordinal(year),
            years=[kinds.ordinal(each) for each in cadence.years_of_term],
            of_term=kinds.ordinal(cadence.year_of_term(year)),
        )
    ]


def kind_refusals(reward: Reward, code: str, kind: str) -> list[Refusal]:
    """A reward is for the kinds of subject that the programme names, else for all."""
    if not reward.subjects or kind in reward.subjects:
        return []
    said = kinds.reward(code, reward)
    return [refusal("reward_not_for", reward=said, kind=kinds.of("subject_kind", kind))]


def giver_refusal(code: str, reward: Reward, organ: str, organs: list[str]) -> Refusal:
    """A reward is given, and chosen for, by the body that the programme names."""
    return refusal(
        "reward_by",
        reward=kinds.reward(code, reward),
        organ=kinds.organ(organ),
        competent=kinds.many("organ", organs),
    )
