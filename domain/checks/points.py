"""Points: maxima add up to the scale, the mark that passes is there and can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from domain.checks.places import parts_at
from domain.programme.criteria import CriteriaSet, Group, Node, Scale
from domain.programme.faults import Fault, Path
from domain.programme.model import Instrument, Programme
from domain.scoring.applies import is_due
from domain.scoring.profile import Profile
from domain.scoring.tree import worth


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List pass rules that cannot work and, where there is a scale, points that do not add up."""
    found: list[Fault] = []
    for name, criteria in programme.criteria.items():
        at = ("criteria", name)
        found.extend(_pass_rule(criteria, at))
        if criteria.scale:
            found.extend(_scale(criteria.scale, (*at, "scale")))
            found.extend(_sums(criteria, criteria.scale, _kinds(programme, name), at))
    return found


def _kinds(programme: Programme | Instrument, criteria: str) -> list[str]:
    """The subject kinds that a set is for."""
    subjects = programme.subjects if isinstance(programme, Programme) else {}
    return [kind for kind, subject in subjects.items() if subject.criteria == criteria] or [""]


def _pass_rule(criteria: CriteriaSet, at: Path) -> Iterator[Fault]:
    rule, path = criteria.pass_rule, (*at, "pass")
    if rule.rule in {"total", "bands"} and criteria.scale is None:
        yield Fault(
            path,
            "Quy tắc đạt theo điểm cần có thang điểm; hãy thêm scale.",
            "A pass rule by points needs a scale; add one.",
        )
    if rule.rule == "total" and rule.mark is None:
        yield Fault(
            path,
            "Chương trình chấm điểm phải có điểm đạt; hãy thêm mark (D-01).",
            "A programme scored by points needs the mark that passes; add mark (D-01).",
        )
    if criteria.scale and rule.mark is not None and rule.mark > criteria.scale.total:
        yield Fault(
            (*path, "mark"),
            f"Điểm đạt {rule.mark} cao hơn cả thang điểm {criteria.scale.total}; hãy sửa.",
            f"The mark {rule.mark} is above the whole scale of {criteria.scale.total}; mend it.",
        )
    levels = {band.level for band in criteria.bands}
    if rule.rule == "bands" and rule.level not in levels:
        yield Fault(
            path,
            f"Không có mức “{rule.level}” trong bands; hãy ghi level là một mức của bands.",
            f"There is no level “{rule.level}” in bands; give one of theirs as level.",
        )


def _scale(scale: Scale, at: Path) -> Iterator[Fault]:
    if not scale.base <= scale.total <= scale.base + scale.bonus:
        yield Fault(
            (*at, "total"),
            f"Thang điểm {scale.total} phải từ {scale.base} đến {scale.base + scale.bonus}; hãy sửa.",
            f"The scale of {scale.total} must be {scale.base} to {scale.base + scale.bonus}; mend it.",
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
    return Fault(
        path,
        f"Điểm tối đa cộng lại là {total}, phải là {asked}; hãy sửa điểm của các mục.",
        f"The maxima add up to {total}, they must make {asked}; mend the points.",
    )


def _choice_fault(path: Path, given: Fraction, most: Fraction) -> Fault:
    return Fault(
        path,
        f"Mức cao nhất là {given} điểm, mục này tối đa {most} điểm; hãy sửa cho khớp.",
        f"The highest is {given} points, this is worth {most}; make them agree.",
    )
