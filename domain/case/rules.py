"""All rules that one act must keep: those of every programme, of its kind, of the step in its programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.guards import GUARDS, always

if TYPE_CHECKING:
    from domain.case.acts.record import ActKind
    from domain.case.situation import Situation
    from domain.refusals import Refusal
    from workflow.definition import Step


def refusals(situation: Situation, kind: ActKind, step: Step) -> list[Refusal]:
    """List every reason of every rule, those that always hold first; each reason once."""
    found = always.refusals(
        situation, after_lock=kind.after_lock, while_suspended=kind.while_suspended
    )
    found.extend(kind.refusals(situation))
    for name in dict.fromkeys((*kind.guards, *step.guards)):
        found.extend(GUARDS[name](situation))
    return list({(r.code, tuple(r.values.items())): r for r in found}.values())
