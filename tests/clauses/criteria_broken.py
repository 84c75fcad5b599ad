"""Breaks what a criteria set says: of a sheet on which all is at its best one thing is at its worst."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from domain.events.base import Bonus, Deduction, Mark, Sheet
from domain.programme.criteria import (
    BonusReason,
    Check,
    CriteriaSet,
    DeductionReason,
    Group,
    Node,
    OutcomeBand,
    PassRule,
    Scale,
)
from domain.scoring.applies import due_leaves
from domain.scoring.comparison import comparison
from domain.scoring.entered import compared
from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import score
from domain.scoring.tree import nodes
from tests.support.best_sheet import best_sheet

SCORES, KNOCKS_OUT = "scores", "knocks out"


def effects(edition, home):
    """What breaking a home within the criteria comes to, for each subject that is assessed by them."""
    criteria = home.above(2)
    found = set()
    for profile in _profiles(edition.programme, home.path[1], criteria):
        best = best_sheet(criteria, profile)
        before = score(criteria, profile, best, Facts()).outcome
        after = score(criteria, profile, _broken(criteria, profile, home, best), Facts()).outcome
        found |= _changes(before, after)
    return found


def _profiles(programme, name, criteria):
    """Every kind of subject with these criteria, with each month and attribute a criterion asks about."""
    kinds = [kind for kind, subject in programme.subjects.items() if subject.criteria == name]
    asked = [part.applies for node in nodes(criteria) for part in (node, *node.checks)]
    months = sorted({month for applies in asked for month in applies.months}) or [None]
    has = frozenset(each for applies in asked for each in applies.has)
    types = sorted({each for applies in asked for each in applies.org_types}) or [""]
    for kind in kinds or [""]:
        for month in months:
            for org_type in types:
                for attributes in {frozenset(), has}:
                    yield Profile(subject_kind=kind, org_type=org_type, has=attributes, month=month)


def _changes(before, after):
    found = set()
    if before.passes and not after.passes:
        found.add(KNOCKS_OUT)
    counted = after.met if after.total is None else after.total
    if counted != (before.met if before.total is None else before.total):
        found.add(SCORES)
    return found


def _broken(criteria, profile, home, sheet):
    piece = home.piece
    if isinstance(piece, Check):
        node = home.above(len(home.path) - 2)
        return _marked(sheet, Mark(node=f"{node.id}/{piece.id}", value=_worst_of(piece.passes)))
    if isinstance(piece, Group | Node):
        leaves = _leaves(piece, profile)
        return _marked(sheet, *(_worst(leaf) for leaf in leaves))
    if isinstance(piece, BonusReason):
        least = _marked(sheet, _worst(next(_graded(criteria, profile))))
        return replace(least, bonus=[Bonus(reason=piece.id, points=piece.max)])
    if isinstance(piece, DeductionReason):
        node = "" if piece.level == "total" else next(_graded(criteria, profile)).id
        return replace(sheet, deductions=[Deduction(reason=piece.id, node=node, times=1)])
    if isinstance(piece, Scale | PassRule | OutcomeBand | CriteriaSet):
        return Sheet(marks=[_worst(leaf) for leaf in due_leaves(criteria.groups, profile)])
    return sheet


def _graded(criteria, profile):
    return (leaf for leaf in due_leaves(criteria.groups, profile) if leaf.kind == "points")


def _leaves(piece, profile):
    if isinstance(piece, Node) and piece.kind != "group":
        due = list(due_leaves([Group(id="", vi="", en="", nodes=[piece])], profile))
    else:
        due = list(due_leaves([piece], profile))
    return due


def _marked(sheet, *marks):
    changed = {mark.node: mark for mark in marks}
    kept = [mark for mark in sheet.marks if mark.node not in changed]
    return replace(sheet, marks=[*kept, *changed.values()])


def _worst(node):
    """A mark of what does not meet a criterion at all."""
    if node.kind == "points":
        return Mark(node=node.id, points=Decimal(0))
    return Mark(node=node.id, value=_WORST.get(node.kind, _worst_asked)(node))


def _worst_asked(node):
    return _worst_of(node.passes)


def _worst_level(node):
    return min(node.levels, key=lambda level: (level.passes, level.points)).id


def _worst_band(node):
    least = min(node.bands, key=lambda band: (band.passes, band.points))
    return least.level or least.range.strip("[()]").split(",")[0]


def _worst_classification(node):
    return "NOT_COMPLETED" if node.external.of == "self" else "0/10"


_WORST = {
    "levels": _worst_level,
    "bands": _worst_band,
    "series": lambda node: f"0/{node.series.count}",
    "ratio_of_cases": lambda node: "0/10",
    "external_result": _worst_classification,
}


def _worst_of(passes):
    """A value that a comparison does not accept; `false` where it takes a plain yes."""
    if not passes:
        return "false"
    asked = comparison(passes)
    values = ["0", "1", "1000000", "0 %", "0/10", "NOT_COMPLETED", "POOR"]
    read = ((value, compared(passes, value)) for value in values)
    return next(text for text, value in read if value is not None and not asked.holds(value))
