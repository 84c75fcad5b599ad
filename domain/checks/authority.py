"""Authority: every role that is needed has an organ, on every day of the programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.programme.faults import Fault, Path, fault
from domain.programme.reading import steps_of

if TYPE_CHECKING:
    from domain.programme.model import Programme
    from domain.programme.roles import AuthorityRule

_ENDLESS = date.max
_OF = re.compile(r"self|person|superior(:[1-9])?|nearest:[A-Z_]+(\|[A-Z_]+)*|unit:\S+")
_ON_ROUND = re.compile(r"unit:|nearest:")
"""What leads to an organ on a round, which has no subject (domain/authority/resolve.py)."""


def faults(programme: Programme) -> list[Fault]:
    """List roles without a rule for a subject kind that needs them, holes in time, bad rules."""
    faults: list[Fault] = []
    for name, role in programme.roles.items():
        for place, rule in enumerate(role.rules):
            faults.extend(_rule(rule, ("roles", name, "rules", place)))
    faults.extend(_on_rounds(programme))
    for kind in programme.subjects:
        for role_name in dict.fromkeys(_needed(programme, kind)):
            if role_name in programme.roles:
                faults.extend(_role(programme, role_name, kind))
    return faults


def _rule(rule: AuthorityRule, at: Path) -> Iterator[Fault]:
    if not rule.organs:
        yield fault((*at, "organs"), "rule_without_organ")
    if rule.valid_from and rule.valid_until and rule.valid_until < rule.valid_from:
        yield fault((*at, "until"), "rule_ends_first")
    for place, selector in enumerate(rule.organs):
        if not _OF.fullmatch(selector.of):
            yield fault((*at, "organs", place, "of"), "organ_place_unreadable", of=selector.of)


def _on_rounds(programme: Programme) -> Iterator[Fault]:
    """Roles that keep a round, choose its pilots or commend lead to an organ without a subject."""
    body = programme.body
    named = dict.fromkeys([*body.keeper, *body.extends]) if body else {}
    if body and programme.pilot:
        named[programme.pilot.chooser] = None
    for record in programme.commendations.values() if body else ():
        named[record.by] = None
    for name in named:
        role = programme.roles.get(name)
        selectors = [each for rule in role.rules for each in rule.organs] if role else []
        if role and not any(_ON_ROUND.match(each.of) for each in selectors):
            yield fault(("roles", name), "role_not_on_round", role=name)


def _needed(programme: Programme, kind: str) -> Iterator[str]:
    """The roles that act on a subject kind: in its workflow, its consultation."""
    outline = programme.workflows.get(programme.subjects[kind].workflow)
    for step in steps_of(programme, outline) if outline else []:
        yield from step.roles
    asked = programme.consultation
    if asked and asked.required and (not asked.subjects or kind in asked.subjects):
        yield from asked.bodies


def _role(programme: Programme, role: str, kind: str) -> Iterator[Fault]:
    rules = [r for r in programme.roles[role].rules if not r.subjects or kind in r.subjects]
    begin, end = programme.span.valid_from, programme.span.valid_until or _ENDLESS
    hole = _hole(rules, begin, end)
    if not rules:
        yield fault(("roles", role), "role_without_organ", role=role, kind=kind)
    elif hole is not None:
        yield fault(("roles", role, "rules"), "role_hole", role=role, kind=kind, hole=hole)


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
