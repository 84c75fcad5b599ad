"""Criteria: each has an id of its own and the parts that its kind is scored by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from domain.programme.criteria import CriteriaSet, Group, Node
from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme
from domain.programme.places import nodes_at, parts_at
from domain.scoring.tree import worth


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List ids that stand twice and criteria without what they are scored by."""
    faults: list[Fault] = []
    for name, criteria in programme.criteria.items():
        at = ("criteria", name)
        faults.extend(_no_groups(criteria, at))
        faults.extend(_ids(criteria, at))
        for path, part in parts_at(criteria, at):
            faults.extend(_counts(part, path))
            faults.extend(_sharing(part, path))
            if isinstance(part, Node):
                faults.extend([*_parts(part, path), *_tasks(part, path)])
        faults.extend(_idle_checks(criteria, at))
    return faults


def _no_groups(criteria: CriteriaSet, at: Path) -> Iterator[Fault]:
    if not criteria.groups:
        yield fault((*at, "groups"), "no_groups")


def _ids(criteria: CriteriaSet, at: Path) -> Iterator[Fault]:
    """Groups and nodes share their ids: a sheet tells their points by id."""
    yield from _twice((path, part.id) for path, part in parts_at(criteria, at))
    for path, node in nodes_at(criteria, at):
        yield from _twice(((*path, "levels", n), each.id) for n, each in enumerate(node.levels))
        yield from _twice(((*path, "checks", n), each.id) for n, each in enumerate(node.checks))
    yield from _twice(((*at, "bonus", n), each.id) for n, each in enumerate(criteria.bonus))
    reasons = enumerate(criteria.deductions)
    yield from _twice(((*at, "deductions", n), each.id) for n, each in reasons)


def _twice(named: Iterable[tuple[Path, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield fault((*path, "id"), "id_twice", name=name)
        seen.add(name)


_PARTS = {
    "levels": ("levels",),
    "bands": ("bands",),
    "series": ("series",),
    "ratio_of_cases": ("children", "passes"),
    "external_result": ("external",),
    "own_tasks": ("tasks", "max"),
    "group": ("nodes",),
}
"""What a criterion of a kind is scored by."""


def _parts(node: Node, at: Path) -> Iterator[Fault]:
    for part in _PARTS.get(node.kind, ()):
        if not getattr(node, part):
            yield _missing(node, part, at)
    if node.kind == "threshold" and not (node.passes or node.checks):
        yield _missing(node, "passes", at)
    external = node.external
    if external and external.of == "self" and not external.at_least:
        yield _missing(node, "external.at_least", at)
    if external and external.of != "self" and not node.passes:
        yield _missing(node, "passes", at)


def _tasks(node: Node, at: Path) -> Iterator[Fault]:
    """How many tasks there are can be, and what their ratios count adds up to one."""
    tasks, at = node.tasks, (*at, "tasks")
    if tasks is None:
        return
    if not tasks.least >= 1 or (tasks.most and tasks.most < tasks.least):
        yield fault(at, "tasks_beyond", least=tasks.least, most=tasks.most)
    yield from _twice(((*at, "ratios", n), each.id) for n, each in enumerate(tasks.ratios))
    asked = {each.id for each in tasks.ratios}
    for n, weighting in enumerate(tasks.weightings):
        path = (*at, "weightings", n, "shares")
        if {*weighting.shares} != asked:
            named = {"ratios": ", ".join(sorted(asked)), "named": ", ".join(weighting.shares)}
            yield fault(path, "shares_of_others", **named)
        elif sum(weighting.shares.values()) != 1:
            yield fault(path, "shares_sum", total=sum(weighting.shares.values()))


def _sharing(part: Node | Group, at: Path) -> Iterator[Fault]:
    """A maximum is shared by several contents, of which each may have all of it, and none more."""
    if not part.shared:
        return
    most, of = Fraction(part.max), [worth(node) for node in part.nodes]
    if not most or len(of) < MOST_ALONE or max(of) > most or sum(of) <= most:
        yield fault((*at, "shared"), "shared_for_nothing", id=part.id, most=most, of=sum(of))


MOST_ALONE = 2
"""So few contents have nobody to share a maximum with."""


def _idle_checks(criteria: CriteriaSet, at: Path) -> Iterator[Fault]:
    """Where points decide, a condition beside points that a person gives must cost some."""
    if criteria.pass_rule.rule == "all_groups":
        return
    for path, node in nodes_at(criteria, at):
        if node.kind in _GIVEN and node.on_breach.effect == "none":
            for n, check in enumerate(node.checks):
                yield fault(
                    (*path, "checks", n), "check_without_effect", id=node.id, check=check.id
                )


_GIVEN = {"points", "levels", "bands"}
"""Kinds that are worth what a person chooses, whatever their checks say."""


def _missing(node: Node, part: str, at: Path) -> Fault:
    return fault((*at, "kind"), "part_missing", id=node.id, kind=node.kind, part=part)


def _counts(part: Node | Group, at: Path) -> Iterator[Fault]:
    """How many must pass is a number that can be reached."""
    rule = part.pass_when
    if isinstance(rule, int) and not 1 <= rule <= len(part.nodes):
        yield fault(
            (*at, "pass_when"), "pass_when_beyond", id=part.id, items=len(part.nodes), rule=rule
        )
