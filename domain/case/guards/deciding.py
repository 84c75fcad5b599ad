"""Guards of appraisal and decision: independence, final inputs; of rewards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.acting import acting_authority
from domain.case.related import involvement, relation
from domain.events import case as c
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation


def _not_self_assessor(situation: Situation) -> list[Refusal]:
    """The appraiser is nobody who assessed, leads the unit, or holds a mandate in it (D-22)."""
    signer = situation.command.signed_by
    how = relation(situation, signer)
    if not how:
        return []
    code = "appraiser_assessed" if how in {"member", "signed"} else "appraiser_related"
    return [refusal(code, person=kinds.person(signer), relation=kinds.of("relation", how))]


def _four_eyes(situation: Situation) -> list[Refusal]:
    """Who is related or appraised does not decide alone (D-22): somebody who is neither votes with them."""
    signer = situation.command.signed_by
    voters = getattr(situation.command.payload, "voters", [])
    reasons = [reason for voter in voters for reason in _voter_refusals(situation, voter)]
    how = involvement(situation, signer)
    others = (voter for voter in voters if voter != signer and not involvement(situation, voter))
    if how and not any(not _voter_refusals(situation, voter) for voter in others):
        relation_said = kinds.of("relation", how)
        reasons.append(
            refusal("decides_alone", person=kinds.person(signer), relation=relation_said)
        )
    return reasons


def _voter_refusals(situation: Situation, voter: str) -> list[Refusal]:
    """Who votes is a person of the log, and holds a mandate of the deciding organ on the day."""
    organ, on = situation.command.organ, situation.on
    if situation.world.person(voter) is None:
        return [refusal("voter_unknown", person=kinds.person(voter))]
    if acting_authority(voter, organ, on, situation.verb, situation.world) is None:
        said = {"person": kinds.person(voter), "organ": kinds.organ(organ)}
        return [refusal("voter_without_mandate", on=on, **said)]
    return []


def _inputs_final(situation: Situation) -> list[Refusal]:
    """Results of others that the criteria use are final before the decision (D-20)."""
    return [
        refusal("input_not_final", input=kinds.of("measure", name))
        for name in situation.facts.not_final
    ]


def _standing(situation: Situation) -> list[Refusal]:
    case = situation.case
    return [] if case and case.recognised_and_not_revoked else [refusal("not_standing")]


def _reward_level_reached(situation: Situation) -> list[Refusal]:
    """The reward exists and the outcome reached the level it asks for (D-19)."""
    payload = situation.command.payload
    reward = situation.programme.rewards.get(payload.reward)
    if reward is None:
        known = [kinds.typed(kinds.reward(*each)) for each in situation.programme.rewards.items()]
        return [refusal("reward_unknown", reward=kinds.reward(payload.reward), known=known)]
    if payload.reward not in rewards_reached(situation):
        return [
            refusal(
                "reward_level",
                reward=kinds.reward(payload.reward, reward),
                level=situation.level(reward.level),
            )
        ]
    return []


def rewards_reached(situation: Situation) -> list[str]:
    """The rewards of the programme that ask for no level, or for the one that was reached."""
    reached = _level_reached(situation)
    rewards = situation.programme.rewards.items()
    return [code for code, reward in rewards if not reward.level or reward.level == reached]


def _level_reached(situation: Situation) -> str:
    """The grade decided; without any the level of the newest outcome among decision, appraisal, aggregate."""
    if situation.case and situation.case.grade:
        return situation.case.grade
    decided = situation.case.decided if situation.case else None
    if decided and decided.event.details.outcome:
        return str(decided.event.details.outcome.level)
    for event in (c.Appraised, c.HopAppraised, c.AggregateAdopted):
        act = situation.case.last(event) if situation.case else None
        if act and act.event.details.outcome:
            level: str = act.event.details.outcome.level
            return level
    return ""


def rewards_given(situation: Situation) -> list[str]:
    """The rewards that were decided for the case, each once."""
    acts = situation.case.all(c.RewardDecided) if situation.case else []
    return list(dict.fromkeys(act.event.details.reward for act in acts))


def _reward_given(situation: Situation) -> list[Refusal]:
    reward = situation.command.payload.reward
    if reward in rewards_given(situation):
        return []
    known = situation.programme.rewards.get(reward)
    return [refusal("reward_not_given", reward=kinds.reward(reward, known))]


GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {
    "not_self_assessor": _not_self_assessor,
    "four_eyes": _four_eyes,
    "inputs_final": _inputs_final,
    "standing": _standing,
    "reward_level_reached": _reward_level_reached,
    "reward_given": _reward_given,
}
