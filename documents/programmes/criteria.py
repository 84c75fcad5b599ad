"""What a programme says of its criteria, line by line: sets, groups, points, thresholds, and each criterion."""

from __future__ import annotations

from documents.programmes.clause_marks import Shown
from documents.programmes.in_words import limit, needed, subjects_said
from domain.programme.criteria import Check, CriteriaSet, Node
from domain.scoring.tree import leaves


def sets(s: Shown) -> list[str]:
    """How many groups and criteria each set has."""
    return [
        f"{s.name(each)}: {s.say('page.groups', count=len(each.groups))}, "
        f"{s.say('page.criteria', count=sum(1 for _ in leaves(each)))}{s.marks(each)}"
        for each in s.programme.criteria.values()
    ]


def groups(s: Shown) -> list[str]:
    """The groups of every set, those that several sets share once."""
    lines = [
        f"{s.name(group)}{f' ≤ {group.max}' if group.max else ''}{s.marks(group, 'vi', 'max')}"
        for each in s.programme.criteria.values()
        for group in each.groups
    ]
    return list(dict.fromkeys(lines))


def scoring(s: Shown) -> list[str]:
    """The scale of each set, when it passes, what is added and taken off."""
    lines = [
        line
        for each in s.programme.criteria.values()
        for line in (f"{s.name(each)}: {_scale(s, each)}{_rule(s, each)}", *_extra(s, each))
    ]
    return list(dict.fromkeys(lines))


def _scale(s: Shown, criteria: CriteriaSet) -> str:
    scale = criteria.scale
    if scale is None:
        return ""
    return f"{scale.base} + {scale.bonus}{s.marks(scale, 'base', 'bonus', 'total')}, "


def _rule(s: Shown, criteria: CriteriaSet) -> str:
    rule = criteria.pass_rule
    mark = f" ≥ {rule.mark}" if rule.mark is not None else ""
    bands = [f"{s.name(band)} {band.range}{s.marks(band, 'range')}" for band in criteria.bands]
    return "; ".join(
        [f"{s.say(f'page.rule.{rule.rule}')}{mark}{s.marks(rule, 'rule', 'mark')}", *bands]
    )


def _extra(s: Shown, criteria: CriteriaSet) -> list[str]:
    lines = [
        f"+ ≤ {each.max}: {s.name(each)}{s.marks(each, 'vi', 'max')}" for each in criteria.bonus
    ]
    lines += [
        f"- {each.points}, {s.say(f'page.level.{each.level}')}: "
        f"{s.name(each)}{s.marks(each, 'vi', 'points', 'level', 'cap')}"
        for each in criteria.deductions
    ]
    scale = criteria.scale
    if scale:
        counts = s.say(f"value.{'yes' if scale.bonus_counts_for_pass else 'no'}")
        marks = s.marks(scale, "bonus_counts_for_pass")
        step = s.say("page.rounding", step=criteria.rounding.step)
        lines.append(f"{s.say('page.bonus_counts')}: {counts}{marks}")
        lines.append(f"{step}{s.marks(criteria.rounding, 'step')}")
    return lines


def thresholds(s: Shown) -> list[str]:
    """What is asked of each criterion that has a threshold."""
    found = [
        f"{node.id}: {asked}"
        for each in s.programme.criteria.values()
        for node in leaves(each)
        if (asked := _threshold(s, node))
    ]
    return list(dict.fromkeys(found))


def _threshold(s: Shown, node: Node) -> str:
    if node.passes:
        return f"{limit(s, node.passes)}{s.marks(node, 'passes')}"
    if node.series:
        need, of = node.series.need, node.series.of
        assumed = s.marks(node.series, "passes", "need")
        every = needed(s, need, of)
        return f"{limit(s, node.series.passes)}, {every}{s.marks(node)}{assumed}"
    return ""


def asked_of(s: Shown, node: Node) -> list[str]:
    """What is asked of a criterion, each line with its clauses and assumptions; nothing it does not say."""
    found = [_threshold(s, node), *_choices(s, node), *(_check(s, each) for each in node.checks)]
    if node.evidence:
        found.append(f"{s.say('page.evidence')}{s.marks(node, 'evidence')}")
    if node.children:
        share = s.say(f"page.share.{node.children.denominator}")
        found.append(f"{share}{s.marks(node.children, 'denominator')}")
    return [*filter(None, found), *_breach(s, node), *_applies(s, node)]


def _choices(s: Shown, node: Node) -> list[str]:
    if not node.levels and not node.bands:
        return []
    told = [
        f"{s.name(each)} {each.points}" if each.points else s.name(each) for each in node.levels
    ]
    told += [f"{each.range} {each.points}" for each in node.bands]
    return [f"{'; '.join(told)}{s.marks(node, 'levels', 'bands')}"]


def _check(s: Shown, check: Check) -> str:
    asked = f": {limit(s, check.passes)}" if check.passes else ""
    return f"{s.name(check)}{asked}{s.marks(check, 'vi', 'passes')}"


def _breach(s: Shown, node: Node) -> list[str]:
    breach = node.on_breach
    if breach.effect == "none":
        return []
    told = s.say(f"page.breach.{breach.effect}", points=breach.points)
    return [f"{told}{s.marks(breach, 'effect', 'points')}"]


def _applies(s: Shown, node: Node) -> list[str]:
    applies = node.applies
    only = [subjects_said(s, applies.subjects)] if applies.subjects else []
    only += [s.name(s.programme.org_types[each]) for each in applies.org_types]
    return [s.say("page.only", whom=", ".join(only))] if only else []
