"""Guards: the rules that can say no, by name as programme files call them, and those that always hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.guards import always, assessment, consultation, deciding, preparation, revoking

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.case.situation import Situation
    from domain.refusals import Refusal
    from workflow.definition import Step

    Guard = Callable[[Situation], list[Refusal]]

GUARDS: dict[str, Guard] = {
    **preparation.GUARDS,
    **assessment.GUARDS,
    **consultation.GUARDS,
    **deciding.GUARDS,
    **revoking.GUARDS,
}
"""Every guard that a programme file may name."""


def refusals(situation: Situation, step: Step) -> list[Refusal]:
    """List every reason of every guard, those that always hold first; each reason once."""
    found = always.refusals(situation)
    for name in dict.fromkeys((*ALWAYS_FOR.get(step.verb, ()), *step.guards)):
        found.extend(GUARDS[name](situation))
    return list({(r.code, tuple(r.values.items())): r for r in found}.values())


ALWAYS_FOR: dict[str, tuple[str, ...]] = {
    "appraise": ("not_self_assessor",),
    "appraise-at-hop": ("not_self_assessor",),
    "decide": ("four_eyes",),
    "supersede-decision": ("four_eyes",),
    "revoke": ("standing", "inquiry_concluded"),
    "confirm-recognition": ("inquiry_concluded",),
}
"""Guards that hold in every programme, whether or not its file names them (docs/engine.md)."""
