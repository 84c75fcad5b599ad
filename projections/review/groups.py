"""The cases of a round that a target or a quota speaks of, with what counts for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from domain.events import case as c
from domain.programme.model import Programme
from domain.round.state import Round
from projections.review.case_counts import marks
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.year import Year


class RoundOf(NamedTuple):
    """A round with the programme it froze."""

    state: Round
    programme: Programme


def rounds_of(year: Year) -> Iterator[RoundOf]:
    """The rounds of the year by programme and period."""
    for stream in sorted(year.rounds):
        state = year.rounds[stream]
        edition = year.edition(state.programme, state.version)
        if edition is not None:
            yield RoundOf(state, edition.programme)


def speaks_of(rule: Any, period: str) -> bool:
    """Whether a target or a quota holds in a period; one without periods holds in all."""
    return not rule.periods or period in rule.periods


def cases_of(state: Round, kinds: Collection[str], year: Year) -> list[CaseOnDay]:
    """The cases of a round of some subject kinds, or of all where none is named."""
    return [
        case
        for case in year.cases
        if (case.opening.programme, case.opening.period) == (state.programme, state.period)
        and (not kinds or case.opening.subject_kind in kinds)
    ]


def registered(case: CaseOnDay) -> bool:
    """A registration that was declined is none, and one that must be answered waits for it (D-55)."""
    forwarded = case.last(c.RegistrationForwarded.TOPIC)
    answer = case.last(c.RegistrationAnswered.TOPIC)
    if answer is not None:
        return bool(answer.details.accepted)
    return forwarded is None and "registered" in marks(case)


def rewarded(case: CaseOnDay, reward: str = "") -> bool:
    """Whether it has a reward (of that key) that was not recalled."""
    kept: set[str] = set()
    for act in case.of(c.RewardDecided.TOPIC, c.RewardRecalled.TOPIC):
        change = kept.add if act.move.topic == c.RewardDecided.TOPIC else kept.discard
        change(act.details.reward)
    return reward in kept if reward else bool(kept)
