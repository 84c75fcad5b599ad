"""Quotas that refuse: the one too many is not decided, among the cases of the round that its quota is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.events import case as c
from domain.refusal import Refusal, refusal
from domain.scoring.value import number
from domain.streams import round_tag
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.situation import Situation
    from domain.case.state import Case
    from domain.events import details as d
    from domain.programme.oversight import Quota


class Room(NamedTuple):
    """How many have the result beside this case, of how many with it, and how many may have it."""

    given: int
    among: int
    allowed: int


def decision_quotas(situation: Situation, payload: d.Decision | d.Supersession) -> list[Refusal]:
    """Refuse a recognition, or one of a grade, beyond a quota of these."""
    if payload.level != "PASS":
        return []
    return list(_beyond(situation, "recognised", grade=payload.grade))


def reward_quotas(situation: Situation, payload: d.RewardDecision) -> list[Refusal]:
    """Refuse a reward beyond its quota."""
    return list(_beyond(situation, "rewarded", reward=payload.reward))


def _beyond(
    situation: Situation, measure: str, *, grade: str = "", reward: str = ""
) -> Iterator[Refusal]:
    for code, quota in situation.programme.quotas.items():
        named = quota.grade in ("", grade) and quota.reward in ("", reward)
        if not (quota.refuses and quota.measure == measure and named and _holds(situation, quota)):
            continue
        room = room_of(situation, quota)
        if room.given >= room.allowed:
            said = {
                "quota": kinds.of("text", code, quota),
                "share": quota.at_most,
                **room._asdict(),
            }
            yield refusal("quota_full", **said)


def _holds(situation: Situation, quota: Quota) -> bool:
    timely = not quota.periods or situation.command.period in quota.periods
    return timely and (not quota.subjects or situation.candidate.kind in quota.subjects)


def room_of(situation: Situation, quota: Quota) -> Room:
    """Count the other cases of the round that the quota is about; this one counts as it would stand."""
    others = list(_others(situation, quota))
    given = sum(_has(case, quota) for case in others)
    among = 1 + sum(_is_of(case, quota) for case in others)
    return Room(given, among, int((number(quota.at_most) or 0) * among))


def _others(situation: Situation, quota: Quota) -> Iterator[Case]:
    """Every one is read, so that a decision on any of them meanwhile has this one decided again."""
    world, period = situation.world, situation.command.period
    own, group = situation.command.stream, _group_of_candidate(situation, quota)
    for stream in world.tagged(round_tag(situation.programme.code, period)):
        case = world.case(stream) if stream != own else None
        if case is None or (quota.subjects and case.opened.subject_kind not in quota.subjects):
            continue
        if _group(situation, case, quota) == group:
            yield case


def _group_of_candidate(situation: Situation, quota: Quota) -> str:
    candidate = situation.candidate
    return _within(situation, quota, candidate.unit, candidate.org_type)


def _group(situation: Situation, case: Case, quota: Quota) -> str:
    return _within(situation, quota, case.unit, case.opened.org_type)


def _within(situation: Situation, quota: Quota, unit: str, org_type: str) -> str:
    if quota.within == "superior":
        known = situation.world.unit(unit)
        return known.parent_on(situation.on) if known else ""
    return {"unit": unit, "org_type": org_type}.get(quota.within, "")


def _has(case: Case, quota: Quota) -> bool:
    if quota.measure == "recognised":
        return case.recognised_and_not_revoked and quota.grade in ("", case.grade)
    given = [act.event.details.reward for act in case.all(c.RewardDecided)]
    for act in case.all(c.RewardRecalled):
        if act.event.details.reward in given:
            given.remove(act.event.details.reward)
    return quota.reward in given if quota.reward else bool(given)


def _is_of(case: Case, quota: Quota) -> bool:
    return case.recognised_and_not_revoked if quota.of == "recognised" else _registered(case)


def _registered(case: Case) -> bool:
    """A registration that was declined is none, and one that must be answered waits for it (D-55)."""
    answer = case.last(c.RegistrationAnswered)
    if answer is not None:
        return bool(answer.event.details.accepted)
    opened = (c.Registered, c.PilotSelected, c.DirectlyOpened, c.ExampleRegistered)
    return case.last(c.RegistrationForwarded) is None and any(
        case.newest(event) for event in opened
    )
