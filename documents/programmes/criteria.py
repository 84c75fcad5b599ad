"""What a programme says of its criteria, line by line: sets, groups, points, thresholds, and each criterion."""

from __future__ import annotations

from collections.abc import Iterator

from documents.programmes.clause_marks import Shown
from documents.programmes.in_words import limit, needed, subjects_said
from domain.programme.applies import Applies
from domain.programme.criteria import Check, Children, CriteriaSet, Group, Node
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
        f"{s.name(group)}{f' ≤ {group.max}' if group.max else ''}{_shared(s, group)}"
        f"{s.marks(group, 'vi', 'max')}"
        for each in s.programme.criteria.values()
        for group in each.groups
    ]
    return list(dict.fromkeys(lines))


def _shared(s: Shown, group: Group) -> str:
    return f", {s.say('page.shared', most=group.max)}" if group.shared else ""


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
        found.extend(_counted(s, node.children))
    if node.shared:
        found.append(s.say("page.shared", most=node.max))
    return [*filter(None, found), *_tasks(s, node), *_breach(s, node), *_applies(s, node)]


def _counted(s: Shown, counted: Children) -> Iterator[str]:
    """Which cases are counted, out of how many, from which grade on."""
    periods = counted.of == "periods"
    told = f"periods.{counted.take}.{counted.every}" if periods else f"share.{counted.denominator}"
    yield f"{s.say(f'page.{told}')}{s.marks(counted, 'denominator')}"
    grade = s.programme.grade.get(counted.outcome)
    if grade is not None:
        yield s.say("page.grade_reached", grade=s.name(grade))


def _tasks(s: Shown, node: Node) -> list[str]:
    """How many tasks of the subject's own there are, and what each ratio counts for whom."""
    tasks = node.tasks
    if tasks is None:
        return []
    most = s.say("page.tasks.most", count=tasks.most) if tasks.most else ""
    count = s.say("page.tasks", least=tasks.least, points=node.max)
    told = [f"{count}{most}{s.marks(tasks)}"]
    called = {each.id: s.name(each) for each in tasks.ratios}
    for each in tasks.weightings:
        whom = ", ".join(_whom(s, each.applies)) or s.say("page.every_subject")
        shares = ", ".join(f"{called[name]} {share}" for name, share in each.shares.items())
        told.append(f"{whom}: {shares}{s.marks(each)}")
    return told


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
    only = _whom(s, node.applies)
    return [s.say("page.only", whom=", ".join(only))] if only else []


def _whom(s: Shown, applies: Applies) -> list[str]:
    only = [subjects_said(s, applies.subjects)] if applies.subjects else []
    only += [s.name(s.programme.org_types[each]) for each in applies.org_types]
    if not (applies.person_has or applies.person_lacks):
        return only
    persons = s.programme.person_attributes
    only += [s.name(persons[each]) for each in applies.person_has]
    lacks = (s.name(persons[each]) for each in applies.person_lacks)
    return [*only, *(s.say("page.lacks", what=each) for each in lacks)]
