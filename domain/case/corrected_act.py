"""An act as it would stand corrected must keep every rule that it had to keep when it was taken."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.case import correction, dates, rules
from domain.case.acts import BY_TOPIC
from domain.case.as_of import before
from domain.case.situation import Situation
from domain.refusal import Refusal, refusal
from words import kinds

if TYPE_CHECKING:
    from domain.case.state import Act, Case
    from workflow.definition import Step


def refusals(situation: Situation) -> list[Refusal]:
    """What the act's own form, guards and dates say against its corrected form and not against it as it stands.

    What has changed since (a round locked, a mandate ended) is so of both, and bars no correction.
    """
    case, payload = situation.case, situation.command.payload
    if case is None or correction.refusals(case, payload, situation.world.today):
        return []
    act = next(each for each in case.acts if each.position == payload.of_position)
    changed = correction.corrected(act, payload)
    stands = {_said(reason) for reason in _against(situation, case, act)}
    found = [*_against(situation, case, changed), *_before_the_next(case, act, changed)]
    return [reason for reason in found if _said(reason) not in stands]


def _said(reason: Refusal) -> tuple[str, str]:
    return reason.code, reason.about


def _against(situation: Situation, case: Case, act: Act) -> list[Refusal]:
    """Every reason against an act, were it taken where it was taken."""
    kind = BY_TOPIC[act.topic]
    taken = _taken(situation, case, act)
    step = _step(taken, act)
    if step is None:  # an act that follows from another by itself, or of an older file
        return kind.refusals(taken)
    return [*dates.refusals(taken, step), *rules.refusals(taken, kind, step)]


def _taken(situation: Situation, case: Case, act: Act) -> Situation:
    """The situation in which an act was taken."""
    command = replace(
        situation.command,
        verb=BY_TOPIC[act.topic].verb,
        payload=act.event.details,
        effective_on=date.fromisoformat(act.effective_on),
        signed_by=act.signed_by,
        organ=act.organ,
    )
    earlier = before(case, act.position)
    candidate = copy(situation.candidate)._replace(subject=earlier.subject, unit=earlier.unit)
    return Situation(command, earlier, candidate, situation.edition, situation.world)


def _step(taken: Situation, act: Act) -> Step | None:
    table = taken.edition.tables[taken.kind.workflow]
    name = act.way.step
    return next((step for step in table.steps_from(act.way.from_stage) if step.step == name), None)


def _before_the_next(case: Case, act: Act, changed: Act) -> list[Refusal]:
    """A step is not later than the next one."""
    later = [each for each in case.acts if each.position > act.position and each.moved]
    following = min((each.effective_on for each in later), default="")
    if not act.moved or not following or not act.effective_on <= following < changed.effective_on:
        return []
    moved_on = kinds.day(changed.effective_on)
    return [refusal("date_before_last_step", on=kinds.day(following), moved_on=moved_on)]
