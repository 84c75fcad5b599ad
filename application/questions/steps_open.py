"""What a person may do on a case at its stage, and why not: the rules of a decision before anything is typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec.structs import replace

from domain.case.acts import BY_VERB
from domain.case.decide import question, situate
from domain.case.open_steps import OpenStep, open_steps

if TYPE_CHECKING:
    from application.running.world import LedgerWorld
    from domain.case.state import Case
    from domain.refusal import Refusal

T = TypeVar("T")


class Allowed(NamedTuple):
    """One command of the stage: the organs a person may give it for, or every reason why not.

    `depends_on` are the fields of its data on which it depends whether it is carried out; empty where nothing
    typed rightly can speak against it. `unless` are reasons that stand against it unless something right is
    typed, or against one of its outcomes.
    """

    command: str
    organs: list[str]
    reasons: list[Refusal]
    depends_on: list[str]
    unless: list[Refusal]


def steps_allowed(
    case: Case, person: str, organ: str, on: date, world: LedgerWorld
) -> list[Allowed]:
    """Answer each command of the stage, in the order of its programme, for one organ of a person or for any."""
    asked = replace(question(case, on, world), actor=person, signed_by=person, organ=organ)
    by_verb: dict[str, list[OpenStep]] = {}
    for each in open_steps(situate(case, asked, world)):
        by_verb.setdefault(each.step.verb, []).append(each)
    return [_allowed(verb, steps) for verb, steps in by_verb.items()]


def _allowed(verb: str, steps: list[OpenStep]) -> Allowed:
    """A command with steps of several outcomes is open where one of them is; which one is then typed."""
    ways = [step for step in steps if not step.refusals]
    if not ways:
        return Allowed(verb, [], _against(steps), [], [])
    organs = _each(organ for step in ways for organ in step.organs)
    depends_on = _each(field for step in ways for field in step.depends_on)
    closed = [BY_VERB[verb].worded_by] if len(ways) < len(steps) else []
    shut = [reason for step in steps for reason in step.refusals]
    unless = _each([*shut, *(reason for step in ways for reason in step.unless)])
    return Allowed(verb, organs, [], _each([*closed, *depends_on]), unless)


def _against(steps: list[OpenStep]) -> list[Refusal]:
    """What stands against every outcome; where nothing does, what stands against one of them."""
    each = _each(reason for step in steps for reason in step.refusals)
    always = [reason for reason in each if all(reason in step.refusals for step in steps)]
    return always or each


def _each(items: Iterable[T]) -> list[T]:
    """Each once, in order."""
    once: list[T] = []
    for item in items:
        if item not in once:
            once.append(item)
    return once
