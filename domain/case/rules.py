"""All rules that one act must keep: those of every programme, of its kind, of the step in its programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.case.choices import nothing_to_name
from domain.case.guards import GUARDS, always
from domain.case.guards.typed import TYPED
from domain.refusals import refusal
from words import kinds

if TYPE_CHECKING:
    from domain.case.acts.record import ActKind
    from domain.case.situation import Situation
    from domain.refusals import Refusal
    from workflow.definition import Step


def refusals(situation: Situation, kind: ActKind, step: Step) -> list[Refusal]:
    """List every reason of every rule, those that always hold first; each reason once."""
    reasons = always.refusals(
        situation, after_lock=kind.after_lock, while_suspended=kind.while_suspended
    )
    reasons.extend(kind.refusals(situation))
    for name in _guards(kind, step):
        reasons.extend(GUARDS[name](situation))
    return _each_once(reasons)


def before_typing(
    situation: Situation, kind: ActKind, step: Step
) -> tuple[list[Refusal], list[str]]:
    """The reasons that stand whatever is typed, and the fields on which it depends whether others do."""
    against = always.before_typing(
        situation, after_lock=kind.after_lock, while_suspended=kind.while_suspended
    )
    against.extend(nothing_to_name(situation, kind.verb))
    depends_on: list[str] = []
    for name in _guards(kind, step):
        reasons, fields = _guard_before_typing(situation, kind, name)
        against.extend(reasons)
        depends_on.extend(fields)
    return _each_once(against), list(dict.fromkeys(depends_on))


def _guard_before_typing(
    situation: Situation, kind: ActKind, name: str
) -> tuple[list[Refusal], list[str]]:
    """A guard that looks at what is typed says so, unless it can find nothing right, or nothing wrong."""
    typed = TYPED.get(name)
    if typed is None or typed.field not in kind.payload.__struct_fields__:
        return GUARDS[name](situation), []
    if typed.right is not None and not typed.right(situation):
        return [refusal("nothing_to_name", verb=kinds.verb(kind.verb))], []
    if not typed.mends:
        return [], [typed.field]
    reasons = GUARDS[name](situation)
    lasting = [reason for reason in reasons if reason.code not in typed.mends]
    return lasting, [typed.field] if len(lasting) < len(reasons) else []


def _guards(kind: ActKind, step: Step) -> dict[str, None]:
    return dict.fromkeys((*kind.guards, *step.guards))


def _each_once(found: list[Refusal]) -> list[Refusal]:
    return list({(r.code, tuple(r.values.items())): r for r in found}.values())
