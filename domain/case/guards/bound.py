"""A step towards recognition or away from it is bound to what stands in the case: sheet, claim, vote, what is later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from domain.case.guards.always import proposal_of
from domain.case.guards.grading import grades_for
from domain.case.newest_sheet import newest_sheet
from domain.case.situation import REWARDING
from domain.events import case as c
from domain.periods import last_day
from domain.refusal import Refusal, refusal
from domain.scoring.tree import leaves
from domain.streams import unit_year_stream
from words import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from domain.case.newest_sheet import Newest
    from domain.case.situation import Situation
    from domain.case.state import Act
    from domain.events.base import Outcome
    from domain.events.details import Ballots
    from domain.unit_year.state import Fact


ON_THE_WAY = ("appraise-at-hop", "appraise", "decide")
"""Commands on the way to a recognition that are bound."""


class Weight(NamedTuple):
    """One thing that stands against a step: the key of the programme's `binding` that speaks of it, and the reason."""

    key: str
    reason: Refusal


def against(situation: Situation) -> list[Weight]:
    """Everything that stands in the case against what the command says or is asked to say.

    A reward rests on the recognition, not on the facts that it is weighed against.
    """
    if situation.verb in REWARDING:
        return list(against_recognition(situation.apart()))
    if situation.toward == "PASS":
        return [*against_recognition(situation), *_against_grade(situation)]
    if situation.toward == "FAIL":
        return [*_against_non_recognition(situation), *_against_grade(situation)]
    return []


def _against_grade(situation: Situation) -> Iterator[Weight]:
    """Another grade than the sheet came to, where it came to one of the programme's."""
    grade = getattr(situation.command.payload, "grade", "")
    newest = newest_sheet(situation.apart()) if grade else None
    came_to = newest.today.level if newest else ""
    if came_to in grades_for(situation) and came_to != grade:
        said = {"grade": situation.level(grade), "level": situation.level(came_to)}
        yield Weight("grade", refusal("against_grade", **said))


def against_recognition(situation: Situation) -> Iterator[Weight]:
    """What stands against recognising, or against a reward for it."""
    newest = newest_sheet(situation)
    if newest is not None and not newest.today.passes:
        yield Weight("sheet", refusal("against_sheet", **failing(situation, newest.today)))
    elif newest is not None:
        yield from _later(situation, newest)
    yield from _of_self_assessment(situation)


def failing(situation: Situation, outcome: Outcome) -> dict[str, object]:
    """What a sentence says of an outcome that fails: criteria not met, total and mark where there are points."""
    missed = outcome.knockouts or _missed(situation, outcome)
    mark = situation.criteria.pass_rule.mark
    return {
        "criteria": kinds.many("criterion", missed),
        "total": kinds.of("number", outcome.total),
        "mark": kinds.of("number", mark if outcome.total is not None else None),
    }


def _missed(situation: Situation, outcome: Outcome) -> list[str]:
    """The criteria that are not met; the groups where each of their criteria is, or none was told."""
    criteria = situation.criteria
    missed = [node.id for node in leaves(criteria) if outcome.met.get(node.id) is False]
    return missed or [group.id for group in criteria.groups if outcome.met.get(group.id) is False]


def _of_self_assessment(situation: Situation) -> Iterator[Weight]:
    """What the subject itself said: its claim, its vote."""
    case = situation.case
    claimed = case.last(c.LevelClaimed) if case else None
    if claimed is not None and claimed.event.details.level == "FAIL":
        yield Weight("claim", refusal("against_claim", level=situation.level("FAIL")))
    counted = case.last(c.BallotsCounted) if case else None
    if counted is not None and not counted.event.details.passed:
        yield Weight("vote", _lost(counted.event.details))


def _lost(ballots: Ballots) -> Refusal:
    if ballots.lost_on:
        return refusal("against_vote_on", criteria=kinds.many("criterion", ballots.lost_on))
    return refusal("against_vote", votes_for=ballots.votes_for, roll=ballots.roll)


def _later(situation: Situation, newest: Newest) -> Iterator[Weight]:
    """What is known now and was not when the sheet that counts was handed in."""
    if newest.act is None:
        return
    worse = _worse(situation, newest)
    if worse:
        yield Weight("later", refusal("against_worse", criteria=kinds.many("criterion", worse)))
    elif unseen := _unseen(situation, newest.act):
        instruments = [fact.event.instrument for fact in unseen]
        yield Weight("later", refusal("against_breach", instruments=instruments))
    inspected = situation.case.last(c.InspectionConcluded) if situation.case else None
    after = inspected is not None and inspected.position > newest.act.position
    if inspected is not None and after and not inspected.event.details.in_order:
        on = kinds.day(inspected.effective_on)
        yield Weight("later", refusal("against_inspection", on=on))


def _worse(situation: Situation, newest: Newest) -> list[str]:
    """Criteria that were met and are not any more, or are worth less."""
    before, today = newest.before, newest.today
    if before is None:
        return []
    groups = {group.id for group in situation.criteria.groups}
    missed = {node for node, met in before.met.items() if met and today.met.get(node) is False}
    fewer = {
        node
        for node, points in before.points.items()
        if node in today.points and today.points[node] < points
    }
    return sorted((missed | fewer) - groups)


def _unseen(situation: Situation, act: Act) -> list[Fact[Any]]:
    """Breaches and measures in the period that the sheet of an act did not rest on."""
    unit, period = situation.candidate.unit, situation.command.period
    year = situation.world.unit_year(unit, situation.year)
    if year is None:
        return []
    stream = unit_year_stream(unit, situation.year)
    seen = max((r.version for r in act.event.relied_on if r.stream == stream), default=0)
    until = last_day(period).isoformat()
    facts: list[Fact[Any]] = [*year.breaches, *year.disciplines]
    return [
        fact
        for fact in facts
        if fact.version > seen and fact.on <= until and _about(fact, situation.candidate.member)
    ]


def _about(fact: Fact[Any], member: str) -> bool:
    """In a member's case only what they did themselves."""
    event = fact.event
    who: str = getattr(event, "member", "") or getattr(event, "subject", "")
    return not member or who.removeprefix("member:") == member


def _against_non_recognition(situation: Situation) -> Iterator[Weight]:
    """Where nothing stands against recognising, and nobody proposed otherwise, not to do so is a departure."""
    newest = newest_sheet(situation)
    if newest is None or proposal_of(situation) == "FAIL":
        return
    if next(against_recognition(situation), None) is None:
        yield Weight("non_recognition", refusal("against_good_sheet"))


def _mode(situation: Situation, weight: Weight) -> str:
    mode: str = getattr(situation.programme.binding, weight.key)
    return mode


def _bound(situation: Situation) -> list[Refusal]:
    """What the programme refuses, whatever reason is given."""
    return [w.reason for w in against(situation) if _mode(situation, w) == "refuse"]


def _explained(situation: Situation) -> list[Refusal]:
    """What the programme allows with a reason of its own, where none is given."""
    if getattr(situation.command.payload, "departure", "").strip():
        return []
    return [
        unexplained(weight.reason)
        for weight in against(situation)
        if _mode(situation, weight) == "reason" and not _asked_already(situation, weight)
    ]


def _asked_already(situation: Situation, weight: Weight) -> bool:
    """Whoever decides otherwise than was proposed is asked for a reason by that (D-24)."""
    proposed = situation.verb == "decide" and proposal_of(situation) == "PASS"
    return proposed and weight.key == "non_recognition"


def unexplained(reason: Refusal) -> Refusal:
    """A reason that only stands while no reason is given for departing from it."""
    what = kinds.because(reason.key, **reason.values)
    return refusal("against_unexplained", what=what)


GUARDS: dict[str, Callable[[Situation], list[Refusal]]] = {
    "bound": _bound,
    "explained": _explained,
}
"""They hold in every programme, in the way that its `binding` says."""
