"""Guards of a reward that asks for a consultation, or for a streak: recognised several periods in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.guards import consultation
from domain.events.base import Reliance
from domain.periods import previous
from domain.refusals import Refusal, refusal
from domain.streams import case_stream
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.events import details as d
    from domain.programme.recognising import Reward


def reward_refusals(situation: Situation, payload: d.RewardDecision) -> list[Refusal]:
    """Refuse a reward before its consultation is closed, and one whose streak is too short.

    What a streak rests on is remembered as relied on.
    """
    reward = situation.programme.rewards.get(payload.reward)
    if reward is None:
        return []
    reasons = []
    if reward.consulted and not consultation.is_closed(situation):
        said = kinds.reward(payload.reward, reward)
        reasons.append(refusal("reward_not_consulted", reward=said))
    return [*reasons, *_streak_refusals(situation, payload.reward, reward)]


def _streak_refusals(situation: Situation, code: str, reward: Reward) -> list[Refusal]:
    if reward.streak < 2:
        return []
    earlier = _earlier(situation, reward.streak - 1)
    situation.relied_on.extend(
        Reliance(
            stream=stream,
            version=situation.world.version(stream),
            use=f"streak:{code}",
            value="PASS",
        )
        for stream in earlier
    )
    if len(earlier) == reward.streak - 1:
        return []
    return [
        refusal(
            "streak_too_short",
            reward=kinds.reward(code, reward),
            streak=reward.streak,
            found=len(earlier) + 1,
        )
    ]


def _earlier(situation: Situation, most: int) -> list[str]:
    """The subject's recognitions in the periods just before, back to the first that does not stand."""
    earlier: list[str] = []
    period = situation.command.period
    while len(earlier) < most:
        period = previous(period)
        stream = case_stream(situation.programme.code, situation.candidate.subject, period)
        case = situation.world.case(stream)
        if case is None or not case.recognised_and_not_revoked:
            break
        earlier.append(stream)
    return earlier
