"""The steps of a stage as they are before anything is typed: who may, what stands against them in any case.

The same rules as in a decision are asked. Those that look at what is typed say what they depend on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.case import dates, rules
from domain.case.acts import BY_VERB
from domain.case.decide import entitled
from domain.case.may import may

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.refusal import Refusal
    from workflow.definition import Step


class OpenStep(NamedTuple):
    """What a person would meet who takes a step, and for which organs they may.

    `refusals` stand against it whatever is typed; without any, `depends_on` names the fields of the data
    that can still speak against it, and `unless` are reasons that stand unless something right is typed there.
    """

    step: Step
    organs: list[str]
    refusals: list[Refusal]
    depends_on: list[str]
    unless: list[Refusal] = []


def open_steps(situation: Situation) -> list[OpenStep]:
    """Every step of the stage for the signer of the situation, for the organ that it names or for any."""
    table = situation.edition.tables[situation.kind.workflow]
    return [
        _asked(situation.asking(step.verb, step.outcome), step)
        for step in table.steps_from(situation.stage)
    ]


def _asked(situation: Situation, step: Step) -> OpenStep:
    command = situation.command
    answer = may(situation, step, command.signed_by)
    organs = [organ for organ in answer.held if command.organ in ("", organ)]
    before = rules.before_typing(situation, BY_VERB[step.verb], step)
    reasons, depends_on = [*dates.refusals(situation, step), *before.against], before.depends_on
    if not organs:
        reasons = [*entitled(situation, step)[1], *reasons]
    elif answer.depends_on:
        depends_on = [answer.depends_on, *depends_on]
    return OpenStep(step, organs, reasons, list(dict.fromkeys(depends_on)), before.unless)
