"""Guards of a reward: by whom, for whom, when, after which consultation, choice and recognitions in a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from domain.authority.resolve import resolve
from domain.case.guards import consultation
from domain.case.guards.deciding import rewards_reached
from domain.events import case as c
from domain.events.base import Reliance
from domain.periods import previous, year_of
from domain.refusal import Refusal, refusal
from domain.reward_terms import giver_refusal, kind_refusals, year_refusals
from domain.streams import case_stream, subject_tag
from words import kinds

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.case.state import Act
    from domain.events import details as d
    from domain.events.base import StepTaken
    from domain.programme.recognising import Reward


def reward_refusals(situation: Situation, payload: d.RewardDecision) -> list[Refusal]:
    """Refuse a reward that the programme does not give so; what it rests on is remembered as relied on."""
    reward = situation.programme.rewards.get(payload.reward)
    if reward is None:
        return []
    return [
        *giver_refusals(situation, payload),
        *kind_refusals(reward, payload.reward, situation.candidate.kind),
        *year_refusals(reward, payload.reward, situation.year),
        *_twice(situation, payload.reward, reward),
        *_consulted(situation, payload.reward, reward),
        *_selection(situation, payload.reward, reward),
        *_years(situation, reward),
        *_streak(situation, payload.reward, reward),
    ]


def giver_refusals(
    situation: Situation, payload: d.RewardDecision | d.Certificate
) -> list[Refusal]:
    """The body that the programme names decides a reward and hands it over."""
    reward = situation.programme.rewards.get(payload.reward)
    organ = situation.command.organ
    role = situation.programme.roles.get(reward.by) if reward else None
    if reward is None or role is None or not organ:
        return []
    who, on, world = situation.candidate, situation.on, situation.world
    organs = resolve(role, who.kind, who.unit, who.member, on, world)
    return [] if organ in organs else [giver_refusal(payload.reward, reward, organ, organs)]


def _twice(situation: Situation, code: str, reward: Reward) -> list[Refusal]:
    """A reward is given once for a case, until it is recalled; a wrong one is corrected."""
    decided = _newest(situation, c.RewardDecided, code)
    recalled = _newest(situation, c.RewardRecalled, code)
    if decided is None or (recalled is not None and recalled.position > decided.position):
        return []
    number, on = decided.event.details.number, date.fromisoformat(decided.effective_on)
    return [refusal("reward_twice", reward=kinds.reward(code, reward), number=number, on=on)]


def _newest(situation: Situation, event: type[StepTaken[Any]], code: str) -> Act | None:
    acts = situation.case.all(event) if situation.case else []
    return next((act for act in reversed(acts) if act.event.details.reward == code), None)


def rewards_open(situation: Situation) -> list[str]:
    """The rewards that can be right: of the level, for the subject, in this year, after a choice where one is asked."""
    rewards = situation.programme.rewards
    return [
        code
        for code in rewards_reached(situation)
        if not kind_refusals(rewards[code], code, situation.candidate.kind)
        and not year_refusals(rewards[code], code, situation.year)
        and not _twice(situation, code, rewards[code])
        and not _selection(situation, code, rewards[code])
    ]


def _consulted(situation: Situation, code: str, reward: Reward) -> list[Refusal]:
    if not reward.consulted or consultation.is_closed(situation):
        return []
    return [refusal("reward_not_consulted", reward=kinds.reward(code, reward))]


def _selection(situation: Situation, code: str, reward: Reward) -> list[Refusal]:
    """A reward that is voted on is decided for who was chosen in the round (D-39)."""
    chosen = situation.round.selections if situation.round else []
    subject = situation.candidate.subject
    found = any((each.reward, each.subject) == (code, subject) for each in chosen)
    if found or not reward.selection_vote:
        return []
    return [refusal("reward_not_chosen", reward=kinds.reward(code, reward))]


def _years(situation: Situation, reward: Reward) -> list[Refusal]:
    """Recognised in every year of the window, this one the last (D-39)."""
    window = range(situation.year - reward.recognised_years + 1, situation.year + 1)
    if not reward.recognised_years or not {*window} - _recognised_years(situation):
        return []
    subject = kinds.subject(situation.candidate.subject)
    return [refusal("too_few_years", subject=subject, years=reward.recognised_years)]


def _recognised_years(situation: Situation) -> set[int]:
    """The years of which the subject has a recognition: each holds for the period that was assessed (D-30)."""
    streams = situation.world.tagged(subject_tag(situation.candidate.subject))
    return {
        year_of(case.opened.period)
        for case in map(situation.world.case, streams)
        if case is not None
        and case.opened.programme == situation.programme.code
        and case.recognised_and_not_revoked
    }


def _streak(situation: Situation, code: str, reward: Reward) -> list[Refusal]:
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
