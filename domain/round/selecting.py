"""Choosing the outstanding: by whom, in which years, on recognitions of this programme that stand (D-38, D-39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.resolve import resolve
from domain.events.base import Reliance
from domain.periods import year_of
from domain.refusal import Refusal, refusal
from domain.reward_terms import giver_refusal, kind_refusals, year_refusals
from domain.round.votes import vote_refusals
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.state import Case
    from domain.commands import Command
    from domain.events import round as r
    from domain.programme.edition import Edition
    from domain.programme.recognising import Reward
    from domain.round.state import Round
    from domain.world import World


def selection_refusals(
    state: Round, command: Command, edition: Edition | None, world: World
) -> list[Refusal]:
    """List every reason against a choice."""
    payload = command.payload
    rewards = edition.programme.rewards if edition else {}
    reward = rewards.get(payload.reward)
    if edition is None or reward is None:
        told = [kinds.typed(kinds.reward(*each)) for each in rewards.items()]
        return [refusal("reward_unknown", reward=kinds.reward(payload.reward), known=told)]
    said = kinds.subject(payload.subject)
    reasons, chosen = [], (payload.reward, payload.subject)
    if any((each.reward, each.subject) == chosen for each in state.selections):
        reasons.append(refusal("selected_twice", subject=said))
    reasons.extend(vote_refusals(reward, payload.votes_for, payload.votes_cast, said))
    reasons.extend(year_refusals(reward, payload.reward, year_of(state.period)))
    reasons.extend(_recognitions(state, payload, reward, world))
    reasons.extend(_chooser(command, edition, reward, world))
    return reasons


def _recognitions(
    state: Round, payload: r.OutstandingSelected, reward: Reward, world: World
) -> Iterator[Refusal]:
    """Every case named is a recognition of the subject in the window; there is one of each year of it (D-39)."""
    last = year_of(state.period)
    window = range(last - max(reward.recognised_years, 1) + 1, last + 1)
    years = set()
    for stream in payload.cases:
        case = world.case(stream)
        if case is None or not _counts(case, state, payload.subject, window):
            yield refusal(
                "choice_rests_on_another",
                case=kinds.of("stream", stream),
                subject=kinds.subject(payload.subject),
                since=kinds.ordinal(window[0]),
                until=kinds.ordinal(last),
            )
        elif case.recognised_and_not_revoked:
            years.add(year_of(case.opened.period))
            yield from kind_refusals(reward, payload.reward, case.opened.subject_kind)
    if len(years) < reward.recognised_years:
        yield refusal(
            "too_few_years",
            subject=kinds.subject(payload.subject),
            years=reward.recognised_years,
        )


def _counts(case: Case, state: Round, subject: str, window: range) -> bool:
    own = case.opened.programme == state.programme and case.subject == subject
    return own and year_of(case.opened.period) in window


def _chooser(command: Command, edition: Edition, reward: Reward, world: World) -> list[Refusal]:
    """Who gives the reward chooses: seen from the subject of the cases, as the programme's role says."""
    case = next((c for stream in command.payload.cases if (c := world.case(stream))), None)
    role = edition.programme.roles.get(reward.by)
    if case is None or role is None or not command.organ:
        return []
    member = case.subject.removeprefix("member:") if case.subject.startswith("member:") else ""
    opened = case.opened
    organs = resolve(role, opened.subject_kind, case.unit, member, command.effective_on, world)
    if command.organ in organs:
        return []
    return [giver_refusal(command.payload.reward, reward, command.organ, organs)]


def relied_on(payload: r.OutstandingSelected, world: World) -> list[Reliance]:
    """The recognitions that a choice rests on, as they were when it was made."""
    return [
        Reliance(
            stream=stream,
            version=world.version(stream),
            use=f"selection:{payload.reward}",
            value=case.outcome,
        )
        for stream in payload.cases
        if (case := world.case(stream)) is not None
    ]
