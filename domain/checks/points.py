"""Points: maxima add up to the scale, the mark that passes is there and can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from domain.programme.criteria import CriteriaSet, Group, Node, Scale
from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme
from domain.programme.places import parts_at
from domain.scoring.applies import is_due
from domain.scoring.profile import Profile
from domain.scoring.tree import worth


class Among(NamedTuple):
    """The kinds of subjects and of organisations that a criteria set may be asked of."""

    kinds: list[str]
    org_types: list[str]


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List pass rules that cannot work and, where there is a scale, points that do not add up."""
    faults: list[Fault] = []
    for name, criteria in programme.criteria.items():
        at = ("criteria", name)
        faults.extend(_pass_rule(criteria, at))
        if criteria.scale:
            faults.extend(_scale(criteria.scale, (*at, "scale")))
            among = Among(_kinds(programme, name), [*programme.org_types])
            faults.extend(_sums(criteria, criteria.scale, among, at))
    return faults


def _kinds(programme: Programme | Instrument, criteria: str) -> list[str]:
    """The subject kinds that a set is for."""
    subjects = programme.subjects if isinstance(programme, Programme) else {}
    return [kind for kind, subject in subjects.items() if subject.criteria == criteria] or [""]


def _pass_rule(criteria: CriteriaSet, at: Path) -> Iterator[Fault]:
    rule, path = criteria.pass_rule, (*at, "pass")
    if rule.rule in {"total", "bands"} and criteria.scale is None:
        yield fault(path, "scale_missing")
    if rule.rule == "total" and rule.mark is None:
        yield fault(path, "mark_missing")
    if criteria.scale and rule.mark is not None and rule.mark > criteria.scale.total:
        yield fault((*path, "mark"), "mark_above_scale", mark=rule.mark, scale=criteria.scale.total)
    levels = {band.level for band in criteria.bands}
    if rule.rule == "bands" and rule.level not in levels:
        yield fault(path, "band_level_unknown", level=rule.level)


def _scale(scale: Scale, at: Path) -> Iterator[Fault]:
    if not scale.base <= scale.total <= scale.base + scale.bonus:
        yield fault(
            (*at, "total"),
            "scale_total",
            total=scale.total,
            base=scale.base,
            most=scale.base + scale.bonus,
        )


def _sums(criteria: CriteriaSet, scale: Scale, among: Among, at: Path) -> Iterator[Fault]:
    total = sum((worth(group) for group in criteria.groups), Fraction(0))
    if total != Fraction(scale.base):
        yield _sum_fault((*at, "groups"), total, Fraction(scale.base))
    for path, part in parts_at(criteria, at):
        yield from _part_sum(part, among, path)
        if isinstance(part, Group) and part.minimum is not None and part.minimum > worth(part):
            yield _choice_fault((*path, "minimum"), Fraction(part.minimum), worth(part))
        if isinstance(part, Node):
            yield from _choices(part, path)


def _part_sum(part: Group | Node, among: Among, at: Path) -> Iterator[Fault]:
    """What the nodes add up to for every subject that they may be asked of; a rescaled one need not count."""
    within = isinstance(part, Group) or part.kind == "group"
    if not (within and part.max):
        return
    sums = (_counted(part, profile) for profile in _profiles(part, among))
    most = Fraction(part.max)
    wrong = next(
        (each for each in sums if each != most and not (part.shared and each > most)), None
    )
    if wrong is not None:
        yield _sum_fault((*at, "max"), wrong, Fraction(part.max))


def _counted(part: Group | Node, profile: Profile) -> Fraction:
    counted = [
        node
        for node in part.nodes
        if is_due(node.applies, profile) or node.not_applicable != "not_counted"
    ]
    return sum((worth(node) for node in counted), Fraction(0))


def _profiles(part: Group | Node, among: Among) -> Iterator[Profile]:
    """Every subject that the conditions of the nodes tell apart: each alternative, and all attributes or none."""
    asked = [node.applies for node in part.nodes]
    types = among.org_types if any(applies.org_types for applies in asked) else ("",)
    months = range(1, 13) if any(applies.months for applies in asked) else (None,)
    held = _held({each for applies in asked for each in (*applies.has, *applies.lacks)})
    own = _held(
        {each for applies in asked for each in (*applies.person_has, *applies.person_lacks)}
    )
    for kind, org_type, month, has, person in product(among.kinds, types, months, held, own):
        for leaders in {True, not any(applies.leaders_only for applies in asked)}:
            yield Profile(
                subject_kind=kind,
                org_type=org_type,
                has=has,
                person=person,
                month=month,
                leaders=leaders,
            )


def _held(attributes: set[str]) -> list[frozenset[str]]:
    """Every choice of some attributes."""
    some = range(min(len(attributes), MOST_ATTRIBUTES) + 1)
    return [frozenset(each) for count in some for each in combinations(sorted(attributes), count)]


MOST_ATTRIBUTES = 6
"""So many attributes are combined with one another; no point table known has more in one group."""


def _choices(node: Node, at: Path) -> Iterator[Fault]:
    """The best of the levels or bands is what the criterion is worth."""
    for name, points in (
        ("levels", [level.points for level in node.levels]),
        ("bands", [band.points for band in node.bands]),
    ):
        if points and node.max and max(points) != node.max:
            yield _choice_fault((*at, name), Fraction(max(points)), Fraction(node.max))


def _sum_fault(path: Path, total: Fraction, asked: Fraction) -> Fault:
    return fault(path, "maxima_sum", total=total, asked=asked)


def _choice_fault(path: Path, given: Fraction, most: Fraction) -> Fault:
    return fault(path, "choice_above", given=given, most=most)
