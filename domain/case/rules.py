"""All rules that one act must keep: those of every programme, of its kind, of the step in its programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from domain.case.choices import nothing_to_name
from domain.case.guards import GUARDS, always, bound
from domain.case.guards.typed import TYPED
from domain.case.resting import of_guards
from domain.events.blank_texts import blank_refusals
from domain.refusal import refusal
from words import kinds

if TYPE_CHECKING:
    from domain.case.acts.act_kind import ActKind
    from domain.case.situation import Situation
    from domain.refusal import Refusal
    from workflow.definition import Step


def refusals(situation: Situation, kind: ActKind, step: Step) -> list[Refusal]:
    """List every reason of every rule, those that always hold first; each reason once."""
    reasons = always.refusals(
        situation, after_lock=_after_lock(kind, step), while_suspended=kind.while_suspended
    )
    reasons.extend(kind.refusals(situation))
    reasons.extend(blank_refusals(situation.command.payload))
    reasons.extend(of_guards(situation, step, _guards(kind, step)))
    return _each_once(reasons)


class Before(NamedTuple):
    """What stands before anything is typed: `against` it whatever is typed, `unless` something right is.

    `depends_on` are the fields on which it depends whether something does.
    """

    against: list[Refusal] = []
    depends_on: list[str] = []
    unless: list[Refusal] = []


def before_typing(situation: Situation, kind: ActKind, step: Step) -> Before:
    """What stands against an act before anything is typed."""
    against = always.before_typing(
        situation, after_lock=_after_lock(kind, step), while_suspended=kind.while_suspended
    )
    against.extend(nothing_to_name(situation, kind.verb))
    found = [_guard_before_typing(situation, kind, name) for name in _guards(kind, step)]
    against.extend(reason for each in found for reason in each.against)
    return Before(
        _each_once(against),
        list(dict.fromkeys(field for each in found for field in each.depends_on)),
        _each_once([reason for each in found for reason in each.unless]),
    )


def _guard_before_typing(situation: Situation, kind: ActKind, name: str) -> Before:
    """A guard that looks at what is typed says so, unless it can find nothing right, or nothing wrong."""
    typed = TYPED.get(name)
    if name in bound.GUARDS and not situation.toward:
        return _either_way(situation, kind, name)
    if typed is None or typed.field not in kind.payload.__struct_fields__:
        return Before(GUARDS[name](situation))
    if typed.right is not None and not typed.right(situation):
        return Before([refusal("nothing_to_name", verb=kinds.verb(kind.verb))])
    if not typed.mends:
        return Before([], [typed.field])
    reasons = GUARDS[name](situation)
    lasting = [reason for reason in reasons if reason.code not in typed.mends]
    mended = [reason for reason in reasons if reason.code in typed.mends]
    return Before(lasting, [typed.field] if mended else [], mended)


def _either_way(situation: Situation, kind: ActKind, name: str) -> Before:
    """Where it is still to be said whether towards recognition, what stands against it, and that it depends on that."""
    toward, away = (GUARDS[name](situation.asking(kind.verb, level)) for level in ("PASS", "FAIL"))
    return Before([], [kind.worded_by] if toward or away else [], toward)


def _after_lock(kind: ActKind, step: Step) -> bool:
    """What waits for an upheld petition looks at a decision again, as a locked round lets it."""
    return kind.after_lock or "petition_upheld" in step.guards


def _guards(kind: ActKind, step: Step) -> dict[str, None]:
    return dict.fromkeys((*kind.guards, *step.guards))


def _each_once(found: list[Refusal]) -> list[Refusal]:
    return list({(r.code, tuple(r.values.items())): r for r in found}.values())
