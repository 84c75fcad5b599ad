"""Points: maxima add up to the scale, the mark that passes is there and can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from domain.checks.places import parts_at
from domain.programme.criteria import CriteriaSet, Group, Node, Scale
from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme
from domain.scoring.applies import is_due
from domain.scoring.profile import Profile
from domain.scoring.tree import worth


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List pass rules that cannot work and, where there is a scale, points that do not add up."""
    faults: list[Fault] = []
    for name, criteria in programme.criteria.items():
        at = ("criteria", name)
        faults.extend(_pass_rule(criteria, at))
        if criteria.scale:
            faults.extend(_scale(criteria.scale, (*at, "scale")))
            faults.extend(_sums(criteria, criteria.scale, _kinds(programme, name), at))
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


def _sums(criteria: CriteriaSet, scale: Scale, kinds: list[str], at: Path) -> Iterator[Fault]:
    total = sum((worth(group) for group in criteria.groups), Fraction(0))
    if total != Fraction(scale.base):
        yield _sum_fault((*at, "groups"), total, Fraction(scale.base))
    for path, part in parts_at(criteria, at):
        for kind in kinds:
            yield from _part_sum(part, kind, path)
        if isinstance(part, Group) and part.minimum is not None and part.minimum > worth(part):
            yield _choice_fault((*path, "minimum"), Fraction(part.minimum), worth(part))
        if isinstance(part, Node):
            yield from _choices(part, path)


def _part_sum(part: Group | Node, kind: str, at: Path) -> Iterator[Fault]:
    """What the nodes that count for a subject kind add up to; a rescaled one need not count."""
    profile = Profile(subject_kind=kind, has=frozenset({"thematic_meeting"}))
    counted = [
        node for node in part.nodes if not node.applies.subjects or is_due(node.applies, profile)
    ]
    total = sum((worth(node) for node in counted), Fraction(0))
    within = isinstance(part, Group) or part.kind == "group"
    if within and part.max and total != Fraction(part.max):
        yield _sum_fault((*at, "max"), total, Fraction(part.max))


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
