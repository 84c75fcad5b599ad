"""Checks and gates of a criterion, and what a breach of it does (D-08, D-50)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from domain.scoring.applies import is_due
from domain.scoring.entered import compared, yes_or_no
from domain.scoring.passing import holds
from domain.scoring.scored import Reason, reason
from domain.scoring.tree import worth
from domain.scoring.value import Value, Values, shown
from words import kinds

if TYPE_CHECKING:
    from domain.events.base import Mark
    from domain.programme.criteria import Check, Node
    from domain.scoring.facts import Facts
    from domain.scoring.leaf import Answer
    from domain.scoring.profile import Profile


def failures(
    node: Node, marks: dict[str, Mark], facts: Facts, profile: Profile | None = None
) -> list[Reason]:
    """List the checks and the gate of a node that are known to fail; the unknown ones do not.

    With a profile only the checks that apply to it.
    """
    checks = due_checks(node, profile) if profile else node.checks
    failed = [_check_failure(node, check, marks, facts) for check in checks]
    return [each for each in (*failed, _gate_failure(node, marks, facts)) if each is not None]


def due_checks(node: Node, profile: Profile) -> list[Check]:
    """The checks of a node that apply to a subject."""
    return [check for check in node.checks if is_due(check.applies, profile)]


def is_unknown(node: Node, check: Check, marks: dict[str, Mark], facts: Facts) -> bool:
    """Whether a check asks for something reached, and nobody has said how far it was.

    What must not have happened (`= 0`) has not, as long as it is not recorded.
    """
    mark = marks.get(check_name(node, check))
    entered = check_entered(check, mark.value) if mark else None
    measured = facts.named(check.measure).value if check.measure else None
    if not check.passes or entered is not None or measured is not None:
        return False
    return not holds(check.passes, Fraction(0))


def check_name(node: Node, check: Check) -> str:
    """Name a check as marks of a sheet do: `I.5/backlog`."""
    return f"{node.id}/{check.id}"


def check_entered(check: Check, text: str) -> Value | None:
    """Read what was entered for a check; None where it cannot be read."""
    return compared(check.passes, text) if check.passes else yes_or_no(text)


def after_breach(node: Node, answer: Answer, *, breached: bool) -> tuple[Fraction, list[Reason]]:
    """Answer the points that a node keeps, and why they are not those it was given.

    Without a value there is nothing to keep.
    """
    given = min(max(answer.points, Fraction(0)), worth(node))
    effect = node.on_breach.effect
    if not breached or effect == "none" or answer.source == "missing":
        return given, []
    if effect == "deduct":
        less = Fraction(node.on_breach.points)
        kept = max((given if node.kind in _GRADED else worth(node)) - less, Fraction(0))
        return kept, [reason("breach_deduct", points=shown(less))]
    if effect == "cap":
        most = max(worth(node) - Fraction(node.on_breach.points), Fraction(0))
        return min(given, most), [reason("breach_cap", points=shown(most))]
    return Fraction(0), [reason(f"breach_{effect}")]


_GRADED = {"levels", "points", "bands"}
"""Kinds that keep what was given; the others give all or nothing, and a breach takes from all."""


def _check_failure(node: Node, check: Check, marks: dict[str, Mark], facts: Facts) -> Reason | None:
    value: Value | Values | None = facts.named(check.measure).value if check.measure else None
    mark = marks.get(check_name(node, check))
    if value is None and mark is not None:
        value = check_entered(check, mark.value)
    if value is None or (holds(check.passes, value) if check.passes else value == "true"):
        return None
    return reason("check_fails", check=check.id, value=shown(value), asked=check.passes or "true")


def _gate_failure(node: Node, marks: dict[str, Mark], facts: Facts) -> Reason | None:
    """A comparison on a measure beside points or levels that a person gives."""
    if node.kind not in {"points", "levels"} or not (node.measure and node.passes):
        return None
    value: Value | Values | None = facts.of(node).value
    mark = marks.get(node.id)
    if value is None and node.kind == "points" and mark is not None and mark.points is not None:
        value = compared(node.passes, mark.value)
    if value is None or holds(node.passes, value):
        return None
    return reason("scored_fails", value=shown(value), asked=kinds.of("limit", node.passes))
