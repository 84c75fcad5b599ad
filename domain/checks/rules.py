"""Shares of a vote, quotas, spans of years, and results that would wait for each other (D-20, D-21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from domain.programme.faults import Fault, Path, fault
from domain.programme.places import nodes_at
from domain.programme.reading import steps_of
from domain.scoring.tree import nodes
from domain.scoring.value import number
from words import kinds

if TYPE_CHECKING:
    from domain.programme.criteria import Children
    from domain.programme.model import Programme
    from domain.programme.recognising import Cadence

_SHARE = re.compile(r"\d{1,4}/[1-9]\d{0,3}|[01](\.\d{1,4})?")


def faults(programme: Programme) -> list[Fault]:
    """List votes and quotas that cannot be counted, years that cannot come, circles of results."""
    return [
        *_vote(programme),
        *_span(programme),
        *_cadence(programme.cadence, ("cadence",)),
        *_cadences(programme),
        *_local(programme),
        *_quotas(programme),
        *_grades(programme),
        *_circles(programme),
        *_periods(programme),
    ]


def _vote(programme: Programme) -> Iterator[Fault]:
    vote = programme.vote
    if vote is not None:
        yield from _share(("vote", "quorum"), vote.quorum)
        yield from _majority(("vote", "majority"), vote.majority)
    meeting = programme.registration.meeting if programme.registration else None
    if meeting is not None and meeting.quorum:
        yield from _share(("registration", "meeting", "quorum"), meeting.quorum)
    if meeting is not None and meeting.days < 0:
        yield fault(("registration", "meeting", "days"), "days_negative", days=meeting.days)
    for section in ("rewards", "commendations"):
        for name, chosen in getattr(programme, section).items():
            yield from _majority((section, name, "selection_majority"), chosen.selection_majority)


def _share(at: Path, share: str) -> Iterator[Fault]:
    if not _SHARE.fullmatch(share) or Fraction(share) > 1:
        yield fault(at, "share_unreadable", share=share)


def _majority(at: Path, share: str) -> Iterator[Fault]:
    """A share of which more is asked for, so never the whole."""
    yield from _share(at, share)
    if _SHARE.fullmatch(share) and Fraction(share) == 1:
        yield fault(at, "majority_whole")


def _span(programme: Programme) -> Iterator[Fault]:
    until = programme.span.valid_until
    if until is not None and until < programme.span.valid_from:
        yield fault(("span", "until"), "programme_ends_first")


def _cadences(programme: Programme) -> Iterator[Fault]:
    """How often what is given is given."""
    for section in ("rewards", "commendations"):
        for name, given in getattr(programme, section).items():
            if given.cadence:
                yield from _cadence(given.cadence, (section, name, "cadence"))


def _cadence(cadence: Cadence, at: Path) -> Iterator[Fault]:
    if cadence.years_of_term and not cadence.first_year:
        yield fault((*at, "first_year"), "term_begins_never")
    for place, year in enumerate(cadence.years_of_term):
        if not 1 <= year <= cadence.term:
            yield fault(
                (*at, "years_of_term", place), "no_such_term_year", term=cadence.term, year=year
            )


def _local(programme: Programme) -> Iterator[Fault]:
    """What a committee adds is met or not: a set with points says how many each criterion is worth, and their sum."""
    for place, name in enumerate(programme.local_criteria.sets if programme.local_criteria else ()):
        criteria = programme.criteria.get(name)
        if criteria is not None and criteria.scale is not None:
            yield fault(("local_criteria", "sets", place), "local_with_points", name=name)


def _quotas(programme: Programme) -> Iterator[Fault]:
    for name, quota in programme.quotas.items():
        most = number(quota.at_most)
        if most is None or not quota.at_most.strip().endswith("%") or not 0 < most < 1:
            yield fault(("quotas", name, "at_most"), "quota_unreadable", at_most=quota.at_most)
        if quota.measure == quota.of and not quota.grade:
            yield fault(("quotas", name, "of"), "quota_of_itself")
        if quota.reward and quota.measure != "rewarded":
            yield fault(("quotas", name, "reward"), "quota_reward_unused")
        if quota.grade and quota.measure != "recognised":
            yield fault(("quotas", name, "grade"), "quota_grade_unused")


def _grades(programme: Programme) -> Iterator[Fault]:
    """Grades stand from the highest to the lowest, those that recognise first; a step leads to each."""
    levels = [each.level for each in programme.grades]
    for place, code in enumerate(each.code for each in programme.grades):
        if code in [each.code for each in programme.grades[:place]]:
            yield fault(("grades", place, "code"), "id_twice", name=code)
    if levels != sorted(levels, reverse=True):
        yield fault(("grades",), "grades_out_of_order")
    for name, subject in programme.subjects.items():
        outline = programme.workflows.get(subject.workflow)
        steps = steps_of(programme, outline) if outline else []
        led = {step.outcome for step in steps if step.verb == "decide"}
        for place, grade in enumerate(programme.grades):
            asked = not grade.subjects or name in grade.subjects
            if asked and led and not led & {"", grade.code, grade.level}:
                said = {"grade": grade.code, "kind": name}
                yield fault(("grades", place), "grade_without_step", **said)


def _circles(programme: Programme) -> Iterator[Fault]:
    """Subject kinds whose result waits for itself, straight or round about other kinds.

    A kind of unit may count units of its own kind: those are below it, and the tree has an end.
    """
    waits = {kind: _waits_for(programme, kind) for kind in programme.subjects}
    for kind in programme.subjects:
        if kind in _reached(waits, kind):
            yield fault(("subjects", kind, "criteria"), "result_waits_for_itself", kind=kind)


def _waits_for(programme: Programme, kind: str) -> set[str]:
    criteria = programme.criteria.get(programme.subjects[kind].criteria)
    ratios = [node.children for node in nodes(criteria) if node.children] if criteria else []
    return {other for ratio in ratios for other in _counted(programme, ratio, kind)}


def _counted(programme: Programme, ratio: Children, kind: str) -> Iterator[str]:
    """The subject kinds whose cases a ratio counts; without a title it counts every title."""
    own = programme.subjects[kind]
    member = ratio.of == "members" or (ratio.of == "periods" and own.of == "member")
    length = ratio.every if ratio.of == "periods" else programme.length_of(own)
    for other, subject in programme.subjects.items():
        below_itself = other == kind and not member
        titled = ratio.title in {"", subject.title} and programme.length_of(subject) == length
        if (subject.of == "member") == member and titled and not below_itself:
            yield other


def _periods(programme: Programme) -> Iterator[Fault]:
    """A yearly case counts shorter periods of a kind that takes part in them."""
    for kind, subject in programme.subjects.items():
        criteria = programme.criteria.get(subject.criteria)
        for path, node in nodes_at(criteria, ("criteria", subject.criteria)) if criteria else ():
            ratio = node.children
            if ratio is None or ratio.of != "periods":
                continue
            longer = _MONTHS[programme.length_of(subject)] > _MONTHS[ratio.every]
            if not longer or not any(True for _ in _counted(programme, ratio, kind)):
                said = {"kind": kind, "every": kinds.of("cadence", ratio.every)}
                yield fault((*path, "children", "every"), "periods_of_nobody", **said)


_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def _reached(waits: dict[str, set[str]], begin: str) -> set[str]:
    seen: set[str] = set()
    waiting = list(waits[begin])
    while waiting:
        kind = waiting.pop()
        if kind not in seen:
            seen.add(kind)
            waiting.extend(waits[kind])
    return seen
