"""What the reasons against a command on a case rest on: keys of its programme, its step, the rule of authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.authority.resolve import in_force
from domain.case.guards import GUARDS
from domain.programme.basis import basis_of
from domain.refusal_basis import OF_AUTHORITY, rested, resting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.case.situation import Situation
    from domain.refusal import Refusal
    from workflow.definition import Step


def with_basis(situation: Situation, step: Step, reasons: list[Refusal]) -> list[Refusal]:
    """The reasons against a step: each rests on the key that says no; where that is a guard alone, on the step."""
    known = rested(reasons, situation.edition, situation.command.payload, situation.kind.criteria)
    return [each if each.rests_on else _of_step(situation, step, each) for each in known]


def of_guards(situation: Situation, step: Step, names: dict[str, None]) -> Iterator[Refusal]:
    """What the guards of a step refuse; what no other key of the programme says rests on the step that asks for it."""
    for name in names:
        found = GUARDS[name](situation)
        if name in step.guards:
            found = with_basis(situation, step, found)
            found = [each if each.rests_on else resting(each, basis_of(step)) for each in found]
        yield from found


def of_stage(situation: Situation, reasons: list[Refusal]) -> list[Refusal]:
    """At another stage than its steps start from, a command is refused by these steps."""
    definition = situation.edition.definitions[situation.kind.workflow]
    steps = [step for step in definition.steps if step.verb == situation.verb]
    basis = [each for step in steps for each in basis_of(step)]
    return [resting(each, basis) for each in reasons]


def _of_step(situation: Situation, step: Step, reason: Refusal) -> Refusal:
    if reason.code not in OF_AUTHORITY:
        return reason
    return resting(reason, [*_of_roles(situation, step)] or basis_of(step))


def _of_roles(situation: Situation, step: Step) -> Iterator[str]:
    """The rules of authority in force for the kind of subject, of every role that may take the step."""
    roles = situation.programme.roles
    for role in (roles[name] for name in step.roles if name in roles):
        for rule in role.rules:
            if in_force(rule, situation.candidate.kind, situation.on):
                yield from basis_of(rule) or basis_of(role)
