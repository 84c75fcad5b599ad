"""The features by which programmes are compared: a name, and what a programme says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from documents.both_languages import both
from documents.clause_marks import Shown
from documents.programme_words import (
    how_often,
    limit,
    needed,
    organ,
    role_said,
    subjects_said,
    whose,
)
from domain.programme.criteria import CriteriaSet, Node
from domain.programme.roles import AuthorityRule
from domain.scoring.tree import leaves

Feature = Callable[[Shown], list[str]]
"""What a programme says, line by line; nothing where it says nothing."""


def _labelled(section: str) -> Feature:
    def feature(s: Shown) -> list[str]:
        records: dict[str, Any] = getattr(s.programme, section)
        return [f"{each.vi} / {each.en}{s.marks(each)}" for each in records.values()]

    return feature


def _sources(s: Shown) -> list[str]:
    return [
        f"{each.number}{f', {each.on:%d/%m/%Y}' if each.on else ''}{s.marks(each, 'number', 'on')}"
        for each in s.programme.sources.values()
    ]


def _span(s: Shown) -> list[str]:
    span = s.programme.span
    until = f"{span.valid_until:%d/%m/%Y}" if span.valid_until else "…"
    return [f"{span.valid_from:%d/%m/%Y} – {until}{s.marks(span, 'from', 'until')}"]


def _subjects(s: Shown) -> list[str]:
    titles = s.programme.titles
    return [
        f"`{kind}` {each.vi} → {titles[each.title].vi}{s.marks(each, 'title')}"
        for kind, each in s.programme.subjects.items()
    ]


def _criteria(s: Shown) -> list[str]:
    return [
        f"`{name}`: {both('page.groups', count=len(each.groups))}, "
        f"{both('page.criteria', count=sum(1 for _ in leaves(each)))}{s.marks(each)}"
        for name, each in s.programme.criteria.items()
    ]


def _groups(s: Shown) -> list[str]:
    """The groups of every set, those that several sets share once."""
    lines = [
        f"{group.vi}{f' ≤ {group.max}' if group.max else ''}{s.marks(group, 'max')}"
        for each in s.programme.criteria.values()
        for group in each.groups
    ]
    return list(dict.fromkeys(lines))


def _scoring(s: Shown) -> list[str]:
    return [
        f"`{name}`: {_scale(s, each)}{_rule(s, each)}"
        for name, each in s.programme.criteria.items()
    ]


def _scale(s: Shown, criteria: CriteriaSet) -> str:
    scale = criteria.scale
    return f"{scale.base} + {scale.bonus}{s.marks(scale, 'base', 'bonus')}, " if scale else ""


def _rule(s: Shown, criteria: CriteriaSet) -> str:
    rule = criteria.pass_rule
    mark = f" ≥ {rule.mark}" if rule.mark is not None else ""
    bands = [f"{band.vi} {band.range}{s.marks(band, 'range')}" for band in criteria.bands]
    return "; ".join(
        [f"{both(f'page.rule.{rule.rule}')}{mark}{s.marks(rule, 'rule', 'mark')}", *bands]
    )


def _thresholds(s: Shown) -> list[str]:
    found = [
        f"`{name}` {node.id}: {asked}"
        for name, each in s.programme.criteria.items()
        for node in leaves(each)
        if (asked := _asked(s, node))
    ]
    return list(dict.fromkeys(found))


def _asked(s: Shown, node: Node) -> str:
    if node.passes:
        return f"{limit(node.passes)}{s.marks(node, 'passes')}"
    if node.series:
        need, of = node.series.need, node.series.of
        assumed = s.marks(node.series, "passes", "need")
        every = needed(need, of)
        return f"{limit(node.series.passes)}, {every}{s.marks(node)}{assumed}"
    return ""


def _registration(s: Shown) -> list[str]:
    asked = s.programme.registration
    if asked is None:
        return []
    if not asked.required:
        return [f"{both('value.no')}{s.marks(asked, 'required')}"]
    marks = s.marks(asked, "required", "hops", "minimum")
    return [f"{both('page.hops', count=asked.hops)}, ≥ {asked.minimum}{marks}"]


def _commitment(s: Shown) -> list[str]:
    asked = s.programme.commitment
    return [f"{both('value.yes')}{s.marks(asked, 'required')}"] if asked else []


def _aggregation(s: Shown) -> list[str]:
    asked = s.programme.aggregation
    return [f"{both('value.yes')}{s.marks(asked, 'required', 'method')}"] if asked else []


def _pilot(s: Shown) -> list[str]:
    pilot = s.programme.pilot
    if pilot is None:
        return []
    places = ", ".join(f"{each.count} {subjects_said(s, each.subjects)}" for each in pilot.places)
    units = [f"{unit.name}{s.marks(unit)}" for unit in pilot.units]
    return [f"{', '.join(pilot.periods)}: {places}{s.marks(pilot, 'periods', 'places')}", *units]


def _vote(s: Shown) -> list[str]:
    vote = s.programme.vote
    if vote is None:
        return []
    marks = s.marks(vote, "required", "majority", "majority_of", "quorum")
    return [f"> {vote.majority} {both(f'page.vote.{vote.majority_of}')}, ≥ {vote.quorum}{marks}"]


def _dossier(s: Shown) -> list[str]:
    return [f"{each.vi}{s.marks(each, 'required')}" for each in s.programme.dossier]


def _role(name: str) -> Feature:
    def feature(s: Shown) -> list[str]:
        role = s.programme.roles.get(name)
        return [_authority(s, rule) for rule in role.rules] if role else []

    return feature


def _authority(s: Shown, rule: AuthorityRule) -> str:
    subjects = subjects_said(s, rule.subjects)
    organs = ", ".join(f"{organ(each.organ)} ({whose(each.of)})" for each in rule.organs)
    since = f" {both('page.from')} {rule.valid_from:%d/%m/%Y}" if rule.valid_from else ""
    until = f" {both('page.until')} {rule.valid_until:%d/%m/%Y}" if rule.valid_until else ""
    return (
        f"{subjects or both('page.every_subject')}: {organs}{since}{until}{s.marks(rule, 'organs')}"
    )


def _consultation(s: Shown) -> list[str]:
    asked = s.programme.consultation
    if asked is None:
        return []
    marks = s.marks(asked, "required", "bodies", "days")
    return [f"{', '.join(map(organ, asked.bodies))}, {both('page.days', count=asked.days)}{marks}"]


def _deadlines(s: Shown) -> list[str]:
    return [f"{each.vi} / {each.en}{s.marks(each)}" for each in s.programme.deadlines.values()]


def _cadence(s: Shown) -> list[str]:
    cadence = s.programme.cadence
    rewards = [(each.vi, each.cadence) for each in s.programme.rewards.values() if each.cadence]
    return [
        f"{how_often(cadence)}{s.marks(cadence, 'every', 'years_of_term')}",
        *(
            f"{vi}: {how_often(each)}{s.marks(each, 'every', 'years_of_term')}"
            for vi, each in rewards
        ),
    ]


def _revocation(s: Shown) -> list[str]:
    revocation = s.programme.revocation
    marks = s.marks(revocation, "decided_by", "explanation_days")
    grounds = [f"{each.vi}{s.marks(each)}" for each in revocation.grounds.values()]
    days = both("page.days", count=revocation.explanation_days)
    return [f"{role_said(s, revocation.decided_by)}, {days}{marks}", *grounds]


def _classification(s: Shown) -> list[str]:
    link = s.programme.classification
    used = [f"← {each.vi}{s.marks(each)}" for each in link.consumes]
    fed = [f"→ {each.vi}{s.marks(each)}" for each in link.feeds]
    marks = s.marks(link).strip()
    return [*used, *fed, *([marks] if marks else [])]


def _duties(s: Shown) -> list[str]:
    return [f"{each.vi}{s.marks(each)}" for each in s.programme.duties]


FEATURES: dict[str, Feature] = {
    "sources": _sources,
    "period": _span,
    "subjects": _subjects,
    "criteria": _criteria,
    "groups": _groups,
    "scoring": _scoring,
    "thresholds": _thresholds,
    "registration": _registration,
    "commitment": _commitment,
    "pilots": _pilot,
    "self_assessor": _role("self_assessor"),
    "aggregate": _aggregation,
    "vote": _vote,
    "dossier": _dossier,
    "hop": _role("hop_appraiser"),
    "appraiser": _role("appraiser"),
    "consultation": _consultation,
    "decider": _role("decider"),
    "deadlines": _deadlines,
    "cadence": _cadence,
    "rewards": _labelled("rewards"),
    "commendations": _labelled("commendations"),
    "revocation": _revocation,
    "reports": _labelled("reports"),
    "reviews": _labelled("reviews"),
    "inspection": _labelled("inspections"),
    "classification": _classification,
    "targets": _labelled("targets"),
    "quotas": _labelled("quotas"),
    "duties": _duties,
}
"""Every feature, in the order of the page."""
