"""Authority: every role that a workflow needs has an organ, on every day of the programme."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.programme.checks.references import BUILT_IN_ROLES
from domain.programme.faults import Fault
from domain.programme.reading import steps_of

if TYPE_CHECKING:
    from domain.programme.model import Programme
    from domain.programme.roles import AuthorityRule

_ENDLESS = date.max


def faults(programme: Programme) -> list[Fault]:
    """List roles without a rule for a subject kind that needs them, and holes in time."""
    found: list[Fault] = []
    for kind, subject in programme.subjects.items():
        outline = programme.workflows.get(subject.workflow)
        steps = steps_of(programme, outline) if outline else []
        needed = dict.fromkeys(role for step in steps for role in step.roles)
        for role in needed:
            if role in programme.roles and role not in BUILT_IN_ROLES:
                found.extend(_role(programme, role, kind))
    return found


def _role(programme: Programme, role: str, kind: str) -> list[Fault]:
    rules = [r for r in programme.roles[role].rules if not r.subjects or kind in r.subjects]
    if not rules:
        return [
            Fault(
                ("roles", role),
                f"Vai {role} chưa có cơ quan nào cho {kind}; hãy thêm một quy tắc.",
                f"Role {role} has no organ for {kind}; add a rule.",
            )
        ]
    hole = _hole(rules, programme.span.valid_from, programme.span.valid_until or _ENDLESS)
    if hole is None:
        return []
    return [
        Fault(
            ("roles", role, "rules"),
            f"Vai {role} không có cơ quan nào cho {kind} vào ngày {hole:%d/%m/%Y}; hãy nối các quy tắc.",
            f"Role {role} has no organ for {kind} on {hole.isoformat()}; join the rules.",
        )
    ]


def _hole(rules: list[AuthorityRule], begin: date, end: date) -> date | None:
    """The first day without a rule, None where there is none."""
    day = begin
    for rule in sorted(rules, key=lambda rule: rule.valid_from or date.min):
        if (rule.valid_from or date.min) > day:
            return day
        until = rule.valid_until or _ENDLESS
        if until >= end:
            return None
        day = max(day, until + timedelta(days=1))
    return day
