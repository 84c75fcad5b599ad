"""The features by which programmes are compared and shown: a name, and what a programme says of it."""

from __future__ import annotations

from collections.abc import Callable

from documents.programmes import criteria, grading, procedure
from documents.programmes.clause_marks import Shown
from documents.programmes.in_words import roles_said
from domain.programme.taking_part import Source, Subject

Feature = Callable[[Shown], list[str]]
"""What a programme says, line by line; nothing where it says nothing."""


def _sources(s: Shown) -> list[str]:
    return [
        f"{', '.join([each.number, *_on(s, each)])}{s.marks(each, 'number', 'on')}"
        for each in s.programme.sources.values()
    ]


def _on(s: Shown, source: Source) -> list[str]:
    return [s.word(source.on, "date")] if source.on else []


def _span(s: Shown) -> list[str]:
    span = s.programme.span
    until = s.word(span.valid_until, "date") if span.valid_until else "…"
    return [f"{s.word(span.valid_from, 'date')} – {until}{s.marks(span, 'from', 'until')}"]


def _body(s: Shown) -> list[str]:
    body = s.programme.body
    if body is None:
        return []
    bounds = [
        f"{s.say('page.within', unit=s.word(each.unit, 'unit'))}{s.marks(each)}"
        for each in body.bounds
    ]
    return [f"{s.word(body.unit, 'unit')} ({roles_said(s, body.keeper)}){s.marks(body)}", *bounds]


def _subjects(s: Shown) -> list[str]:
    titles = s.programme.titles
    return [
        f"{s.name(each)} → {s.name(titles[each.title])}{s.marks(titles[each.title])}"
        f"{_rounds(s, each)}{s.marks(each, 'title')}"
        for each in s.programme.subjects.values()
    ]


def _rounds(s: Shown, subject: Subject) -> str:
    """In which rounds a kind of subject takes part, where in others than the programme's own."""
    return f", {s.say(f'page.each.{subject.every}')}" if subject.every else ""


def _role(name: str) -> Feature:
    def feature(s: Shown) -> list[str]:
        role = s.programme.roles.get(name)
        return procedure.authority_of(s, role) if role else []

    return feature


def _outcomes(s: Shown) -> list[str]:
    stages = s.programme.stages.values()
    return [f"{s.name(each)}{s.marks(each)}" for each in stages if each.resting]


def _notes(s: Shown) -> list[str]:
    return [f"{s.name(each)}{s.marks(each)}" for each in s.programme.notes]


FEATURES: dict[str, Feature] = {
    "sources": _sources,
    "period": _span,
    "body": _body,
    "subjects": _subjects,
    "criteria": criteria.sets,
    "groups": criteria.groups,
    "scoring": criteria.scoring,
    "thresholds": criteria.thresholds,
    "local_criteria": procedure.local_criteria,
    "registration": procedure.registration,
    "commitment": procedure.commitment,
    "pilots": procedure.pilots,
    "self_assessor": _role("self_assessor"),
    "vote": procedure.vote,
    "dossier": procedure.dossier,
    "handing_in": procedure.handing_in,
    "hop": _role("hop_appraiser"),
    "appraiser": _role("appraiser"),
    "consultation": procedure.consultation,
    "decider": _role("decider"),
    "roles": procedure.other_roles,
    "meetings": procedure.meetings,
    "deadlines": procedure.deadlines,
    "outcomes": _outcomes,
    "grades": grading.grades,
    "binding": procedure.binding,
    "cadence": procedure.cadence,
    "rewards": procedure.rewards,
    "commendations": procedure.commendations,
    "revocation": procedure.revocation,
    "petition": procedure.petition,
    "reports": procedure.reports,
    "reviews": procedure.reviews,
    "classification": procedure.classification,
    "targets": grading.targets,
    "quotas": grading.quotas,
    "duties": procedure.duties,
    "notes": _notes,
}
"""Every feature, in the order of the page."""

OF_INSTRUMENTS = {
    name: FEATURES[name]
    for name in ("sources", "period", "criteria", "groups", "scoring", "thresholds", "notes")
}
"""What a table of criteria says that recognises nothing."""
