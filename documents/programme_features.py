"""The features by which programmes are compared: a name, and what a programme says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from documents.clause_marks import Shown
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
        f"`{name}`: {len(each.groups)} nhóm / groups, {sum(1 for _ in leaves(each))} tiêu chí / criteria"
        f"{s.marks(each)}"
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
    return "; ".join([f"{rule.rule}{mark}{s.marks(rule, 'rule', 'mark')}", *bands])


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
        return f"{node.passes}{s.marks(node, 'passes')}"
    if node.series:
        need, of = node.series.need, node.series.of
        assumed = s.marks(node.series, "passes", "need")
        return f"{node.series.passes}, {need}/{of}{s.marks(node)}{assumed}"
    return ""


def _registration(s: Shown) -> list[str]:
    asked = s.programme.registration
    if asked is None:
        return []
    if not asked.required:
        return [f"không / no{s.marks(asked, 'required')}"]
    marks = s.marks(asked, "required", "hops", "minimum")
    return [f"{asked.hops} bước / hops, ≥ {asked.minimum}{marks}"]


def _commitment(s: Shown) -> list[str]:
    asked = s.programme.commitment
    return [f"có / yes{s.marks(asked, 'required')}"] if asked else []


def _aggregation(s: Shown) -> list[str]:
    asked = s.programme.aggregation
    return [f"có / yes{s.marks(asked, 'required', 'method')}"] if asked else []


def _pilot(s: Shown) -> list[str]:
    pilot = s.programme.pilot
    if pilot is None:
        return []
    places = ", ".join(f"{each.count} {'/'.join(each.subjects)}" for each in pilot.places)
    units = [f"{unit.name}{s.marks(unit)}" for unit in pilot.units]
    return [f"{', '.join(pilot.periods)}: {places}{s.marks(pilot, 'periods', 'places')}", *units]


def _vote(s: Shown) -> list[str]:
    vote = s.programme.vote
    if vote is None:
        return []
    marks = s.marks(vote, "required", "majority", "majority_of", "quorum")
    return [f"> {vote.majority} {vote.majority_of}, ≥ {vote.quorum}{marks}"]


def _dossier(s: Shown) -> list[str]:
    return [f"{each.vi}{s.marks(each, 'required')}" for each in s.programme.dossier]


def _role(name: str) -> Feature:
    def feature(s: Shown) -> list[str]:
        role = s.programme.roles.get(name)
        return [_authority(s, rule) for rule in role.rules] if role else []

    return feature


def _authority(s: Shown, rule: AuthorityRule) -> str:
    subjects = ", ".join(rule.subjects) or "*"
    organs = ", ".join(f"{each.organ} ({each.of})" for each in rule.organs)
    since = f" từ / from {rule.valid_from:%d/%m/%Y}" if rule.valid_from else ""
    until = f" đến / until {rule.valid_until:%d/%m/%Y}" if rule.valid_until else ""
    return f"{subjects}: {organs}{since}{until}{s.marks(rule, 'organs')}"


def _consultation(s: Shown) -> list[str]:
    asked = s.programme.consultation
    if asked is None:
        return []
    marks = s.marks(asked, "required", "bodies", "days")
    return [f"{', '.join(asked.bodies)}, {asked.days} ngày / days{marks}"]


def _deadlines(s: Shown) -> list[str]:
    return [f"{each.vi} / {each.en}{s.marks(each)}" for each in s.programme.deadlines.values()]


def _cadence(s: Shown) -> list[str]:
    cadence = s.programme.cadence
    rewards = [(each.vi, each.cadence) for each in s.programme.rewards.values() if each.cadence]
    return [
        f"{cadence.every}{s.marks(cadence, 'every', 'years_of_term')}",
        *(
            f"{vi}: {' '.join([each.every, *map(str, each.years_of_term)])}"
            f"{s.marks(each, 'every', 'years_of_term')}"
            for vi, each in rewards
        ),
    ]


def _revocation(s: Shown) -> list[str]:
    revocation = s.programme.revocation
    marks = s.marks(revocation, "decided_by", "explanation_days")
    grounds = [f"{each.vi}{s.marks(each)}" for each in revocation.grounds.values()]
    return [f"{revocation.decided_by}, {revocation.explanation_days} ngày / days{marks}", *grounds]


def _classification(s: Shown) -> list[str]:
    link = s.programme.classification
    used = [f"← {each.vi}{s.marks(each)}" for each in link.consumes]
    fed = [f"→ {each.vi}{s.marks(each)}" for each in link.feeds]
    marks = s.marks(link).strip()
    return [*used, *fed, *([marks] if marks else [])]


def _duties(s: Shown) -> list[str]:
    return [f"{each.vi}{s.marks(each)}" for each in s.programme.duties]


FEATURES: dict[str, Feature] = {
    "Văn bản / Sources": _sources,
    "Thời gian / Period": _span,
    "Đối tượng, danh hiệu / Subjects, titles": _subjects,
    "Bộ tiêu chí / Criteria sets": _criteria,
    "Nhóm tiêu chí / Groups": _groups,
    "Chấm điểm, mức đạt / Scoring, pass rule": _scoring,
    "Ngưỡng / Thresholds": _thresholds,
    "Đăng ký / Registration": _registration,
    "Cam kết / Commitment": _commitment,
    "Thí điểm / Pilots": _pilot,
    "Tự đánh giá / Self-assessor": _role("self_assessor"),
    "Biểu tổng hợp / Aggregate": _aggregation,
    "Biểu quyết / Vote": _vote,
    "Hồ sơ / Dossier": _dossier,
    "Bước trung gian / Hop": _role("hop_appraiser"),
    "Thẩm định / Appraiser": _role("appraiser"),
    "Lấy ý kiến / Consultation": _consultation,
    "Thẩm quyền / Decider": _role("decider"),
    "Thời hạn / Deadlines": _deadlines,
    "Chu kỳ / Cadence": _cadence,
    "Khen thưởng / Rewards": _labelled("rewards"),
    "Biểu dương / Commendations": _labelled("commendations"),
    "Huỷ bỏ / Revocation": _revocation,
    "Báo cáo / Reports": _labelled("reports"),
    "Sơ kết, tổng kết / Reviews": _labelled("reviews"),
    "Kiểm tra, giám sát / Inspection": _labelled("inspections"),
    "Xếp loại hằng năm / Annual classification": _classification,
    "Chỉ tiêu / Targets": _labelled("targets"),
    "Tỷ lệ khống chế / Quotas": _labelled("quotas"),
    "Nhiệm vụ / Duties": _duties,
}
"""Every feature, in the order of the page."""
