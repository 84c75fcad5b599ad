"""Roles resolved to organs by walking the tree of units on a date (docs/engine.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from domain.authority.successor import successor_unit

if TYPE_CHECKING:
    from domain.programme.roles import AuthorityRule, OrganSelector, Role
    from domain.world import World

DEEPEST = 12
"""No tree of units is deeper: a bound on every walk."""


def resolve(
    role: Role, subject_kind: str, unit: str, member: str, on: date, world: World
) -> list[str]:
    """Answer the organs (`unit/organ`) that hold a role for a subject on a date; none is [].

    Of the rules for the subject kind that hold on the date, the first that leads to an organ
    counts; under `pick: first` the first organ that exists, under `any` all of them.
    """
    for rule in role.rules:
        if in_force(rule, subject_kind, on):
            organs = _organs(rule, unit, member, on, world)
            if organs:
                return organs
    return []


def resolve_on_round(role: Role, body: str, on: date, world: World) -> list[str]:
    """Answer the organs that hold a role on a round of a body, whatever the subject.

    A round has no subject: only what the file says of a unit by its code, and of the nearest of
    some kinds from the body upwards, leads to an organ. Every rule of the day counts.
    """
    return list(
        dict.fromkeys(
            organ
            for rule in role.rules
            if holds_on(rule, on)
            for selector in rule.organs
            if (organ := _organ_on_round(selector, body, on, world)) is not None
        )
    )


def _organ_on_round(selector: OrganSelector, body: str, on: date, world: World) -> str | None:
    relation, _, argument = selector.of.partition(":")
    if relation == "unit":
        return _held_by(argument, selector.organ, on, world)
    if relation != "nearest":
        return None
    holder, among = world.unit(body), argument.split("|")
    if holder is not None and holder.kind_on(on) in among:
        return _held_by(body, selector.organ, on, world)
    return _held_by(_nearest(among, body, on, world), selector.organ, on, world)


def in_force(rule: AuthorityRule, subject_kind: str, on: date) -> bool:
    """Whether a rule is for a kind of subject, and holds on a day."""
    if rule.subjects and subject_kind not in rule.subjects:
        return False
    return holds_on(rule, on)


def holds_on(rule: AuthorityRule, on: date) -> bool:
    """Whether a rule holds on a day, for whatever subject."""
    begun = rule.valid_from is None or rule.valid_from <= on
    return begun and (rule.valid_until is None or on <= rule.valid_until)


def _organs(rule: AuthorityRule, unit: str, member: str, on: date, world: World) -> list[str]:
    organs = [
        organ
        for selector in rule.organs
        if (organ := _organ(selector, unit, member, on, world)) is not None
    ]
    return organs[:1] if rule.pick == "first" else organs


def _organ(selector: OrganSelector, unit: str, member: str, on: date, world: World) -> str | None:
    if selector.of == "person":
        return f"member:{member}/member" if member else None
    return _held_by(_unit(selector.of, unit, on, world), selector.organ, on, world)


def _held_by(code: str, organ: str, on: date, world: World) -> str | None:
    """The organ of a unit, or of its successor on the day, where it has one of the name."""
    code = successor_unit(code, on, world) if code else ""
    holder = world.unit(code) if code else None
    if holder is None or not holder.has_organ(organ, on):
        return None
    return f"{code}/{organ}"


def _unit(of: str, unit: str, on: date, world: World) -> str:
    relation, _, argument = of.partition(":")
    if relation == "unit":
        return argument
    if relation == "nearest":
        return _nearest(argument.split("|"), unit, on, world)
    if relation == "self":
        return unit
    return next(islice(upwards(world, unit, on), int(argument or 1) - 1, None), "")


def _nearest(kinds: list[str], unit: str, on: date, world: World) -> str:
    for code in upwards(world, unit, on):
        holder = world.unit(code)
        if holder is not None and holder.kind_on(on) in kinds:
            return code
    return ""


def superiors(world: World, code: str, on: date) -> list[str]:
    """Answer the units above a unit on a date, the nearest first."""
    return list(upwards(world, code, on))


def upwards(world: World, code: str, on: date) -> Iterator[str]:
    """The same one by one: no unit is looked at before it is asked for."""
    unit = world.unit(code)
    for _ in range(DEEPEST):
        parent = unit.parent_on(on) if unit is not None else ""
        if not parent:
            return
        parent = successor_unit(parent, on, world)
        yield parent
        unit = world.unit(parent)
