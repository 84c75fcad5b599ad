"""The quotas of each programme: the largest number that a share of a group allows, rounded down."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from domain.programme.oversight import Quota
from domain.scoring.value import number
from projections.review.answer import Answer, Key, Share
from projections.review.collecting.known import CaseOnDay
from projections.review.collecting.words import Word, worded
from projections.review.collecting.year import Year
from projections.review.counts import superior
from projections.review.groups import RoundOf, cases_of, registered, rewarded, rounds_of, speaks_of
from words.tables import Column


class Group(NamedTuple):
    """A quota within one group: the cases that use it up, and those of which it is a share, by stream."""

    of: RoundOf
    name: str
    quota: Quota
    group: str
    counted: set[str]
    among: set[str]

    @property
    def key(self) -> Key:
        return (self.of.state.programme, self.of.state.period, self.name, self.group)


def groups(year: Year) -> Iterator[Group]:
    """By programme, period, quota and group."""
    for of in rounds_of(year):
        for name in sorted(of.programme.quotas):
            quota = of.programme.quotas[name]
            if speaks_of(quota, of.state.period):
                yield from _groups(of, name, quota, year)


def _groups(of: RoundOf, name: str, quota: Quota, year: Year) -> Iterator[Group]:
    found: dict[str, Group] = {}
    for case in cases_of(of.state, quota.subjects, year):
        label = _group(case, quota, year)
        group = found.setdefault(label, Group(of, name, quota, label, set(), set()))
        group.counted.update({case.stream} if _counts(case, quota) else ())
        group.among.update({case.stream} if _is_of(case, quota) else ())
    yield from (found[label] for label in sorted(found))


def _group(case: CaseOnDay, quota: Quota, year: Year) -> str:
    if quota.within == "superior":
        return superior(case, year)
    return {"org_type": case.opening.org_type, "unit": case.unit}.get(quota.within, "")


def _counts(case: CaseOnDay, quota: Quota) -> bool:
    if quota.measure == "rewarded":
        return rewarded(case, quota.reward)
    grade = case.decision.details.grade if case.decision else ""
    return case.standing and quota.grade in ("", grade)


def _is_of(case: CaseOnDay, quota: Quota) -> bool:
    return case.standing if quota.of == "recognised" else registered(case)


def rows(year: Year) -> list[tuple[Any, ...]]:
    return [_row(group, year) for group in groups(year)]


def shares(year: Year) -> Iterator[Share]:
    for group in groups(year):
        for stream in sorted(group.counted | group.among):
            yield Share(group.key, stream, (stream in group.counted, stream in group.among))


def _row(group: Group, year: Year) -> tuple[Any, ...]:
    state, quota = group.of.state, group.quota
    count, among = len(group.counted), len(group.among)
    allowed = int((number(quota.at_most) or 0) * among)
    return (
        state.programme,
        state.period,
        worded(group.name, quota),
        _group_word(group, year),
        count,
        among,
        Fraction(count, among) if among else None,
        quota.at_most,
        allowed,
        count <= allowed,
    )


def _group_word(group: Group, year: Year) -> str:
    if group.quota.within in {"superior", "unit"}:
        name = year.unit_name(group.group)
        return Word(group.group, name, name) if name else group.group
    return worded(group.group, group.of.programme.org_types.get(group.group))


QUOTAS = Answer(
    name="quotas",
    columns=(
        Column("programme", "programme"),
        Column("period"),
        Column("quota"),
        Column("group"),
        Column("count", "number"),
        Column("among", "number"),
        Column("share", "share"),
        Column("at_most", "limit"),
        Column("allowed", "number", word="most_allowed"),
        Column("kept", "yes_no", word="within_limit"),
    ),
    keys=("programme", "period", "quota", "group"),
    rows=rows,
    shares=shares,
)
