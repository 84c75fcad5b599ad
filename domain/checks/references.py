"""Names that point elsewhere in the file, or to what bontot knows: each must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from domain.checks.subject_lists import subject_lists
from domain.measures.catalogue import MEASURES
from domain.owing.done import HOLDING
from domain.programme.criteria import Node
from domain.programme.documents import DOCUMENTS
from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme
from domain.programme.places import nodes_at
from words import kinds
from workflow.deadline import Deadline
from workflow.definition import Step

BUILT_IN_ROLES = ("issuer", "original", "asked")
"""Roles that follow from the case itself (domain/case/roles.py)."""

MEETING_MEASURES = (
    "meeting_minutes",
    "unexcused_absences",
    "longest_excused_run",
    "attendance_rate",
    "speaking_rate",
)
"""What is measured of a single meeting (domain/unit_year/meeting.py)."""

ENTERED = "entered"


class Reference(NamedTuple):
    """Where a name stands, what kind of name it is, and the names there are."""

    path: Path
    kind: str
    name: str
    known: Collection[str]


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List names that lead nowhere."""
    asked = [*_of_criteria(programme), *_of_sources(programme)]
    if isinstance(programme, Programme):
        asked += [
            *_of_subjects(programme),
            *_of_roles(programme),
            *_of_profile(programme),
            *_of_deadlines(programme),
            *_of_outcomes(programme),
        ]
    return [_fault(each) for each in asked if each.name not in each.known]


def _fault(asked: Reference) -> Fault:
    listed = ", ".join(sorted(asked.known))
    return fault(
        asked.path,
        "name_unknown",
        kind=kinds.of("programme_part", asked.kind.replace(" ", "_")),
        name=asked.name,
        known=listed,
    )


def _of_sources(p: Programme | Instrument) -> Iterator[Reference]:
    frame = p.meetings.frame if isinstance(p, Programme) and p.meetings else None
    if frame:
        yield Reference(("meetings", "frame", "source"), "source", frame.source, p.sources)
    for name, source in p.sources.items():
        if source.parent:
            yield Reference(("sources", name, "parent"), "source", source.parent, p.sources)
    for name, criteria in p.criteria.items():
        if criteria.source:
            yield Reference(("criteria", name, "source"), "source", criteria.source, p.sources)


def _of_criteria(p: Programme | Instrument) -> Iterator[Reference]:
    computed = {*MEASURES, *MEETING_MEASURES, ENTERED}
    for name, measure in p.measures.items():
        yield Reference(("measures", name, "from"), "measure", measure.computed, computed)
    known = {*p.measures, *computed} - {ENTERED}
    titles = p.titles if isinstance(p, Programme) else {}
    for name, criteria in p.criteria.items():
        for at, node in nodes_at(criteria, ("criteria", name)):
            for place, org_type in enumerate(node.applies.org_types):
                path = (*at, "applies", "org_types", place)
                yield Reference(path, "kind of organisation", org_type, p.org_types)
            yield from _of_persons(at, node, p)
            if node.measure:
                yield Reference((*at, "measure"), "measure", node.measure, known)
            for place, check in enumerate(node.checks):
                if check.measure:
                    path = (*at, "checks", place, "measure")
                    yield Reference(path, "measure", check.measure, known)
            if node.children and node.children.title:
                path = (*at, "children", "title")
                yield Reference(path, "title", node.children.title, titles)
            if node.children:
                path = (*at, "children", "outcome")
                grades = p.grade if isinstance(p, Programme) else {}
                known_levels = ("PASS", "FAIL", *grades)
                yield Reference(path, "level", node.children.outcome, known_levels)


def _of_persons(at: Path, node: Node, p: Programme | Instrument) -> Iterator[Reference]:
    """Attributes of persons that criteria and weightings ask for; an instrument knows none."""
    known = p.person_attributes if isinstance(p, Programme) else {}
    weightings = node.tasks.weightings if node.tasks else []
    asked = [((*at, "applies"), node.applies)]
    asked += [((*at, "checks", n, "applies"), each.applies) for n, each in enumerate(node.checks)]
    asked += [
        ((*at, "tasks", "weightings", n, "applies"), each.applies)
        for n, each in enumerate(weightings)
    ]
    for path, applies in asked:
        for key in ("person_has", "person_lacks"):
            for place, name in enumerate(getattr(applies, key)):
                yield Reference((*path, key, place), "attribute of a person", name, known)


def _of_subjects(p: Programme) -> Iterator[Reference]:
    for place, name in enumerate(p.local_criteria.sets if p.local_criteria else ()):
        yield Reference(("local_criteria", "sets", place), "criteria set", name, p.criteria)
    for kind, subject in p.subjects.items():
        at = ("subjects", kind)
        yield Reference((*at, "title"), "title", subject.title, p.titles)
        yield Reference((*at, "criteria"), "criteria set", subject.criteria, p.criteria)
        yield Reference((*at, "workflow"), "workflow", subject.workflow, p.workflows)
    for name, outline in p.workflows.items():
        for place, block in enumerate(outline.uses):
            yield Reference(("workflows", name, "uses", place), "block", block, p.blocks)
    for path, names in subject_lists(p):
        for place, kind in enumerate(names):
            yield Reference((*path, place), "subject", kind, p.subjects)
    for place, unit in enumerate(p.pilot.units if p.pilot else ()):
        yield Reference(("pilot", "units", place, "subject"), "subject", unit.subject, p.subjects)


def _of_roles(p: Programme) -> Iterator[Reference]:
    roles = {*p.roles, *BUILT_IN_ROLES}
    for path, name in _roles_named(p):
        yield Reference(path, "role", name, roles)


def _roles_named(p: Programme) -> Iterator[tuple[Path, str]]:
    if p.pilot:
        yield ("pilot", "chooser"), p.pilot.chooser
    if p.local_criteria:
        yield ("local_criteria", "by"), p.local_criteria.by
    if p.handing_in:
        yield ("handing_in", "through"), p.handing_in.through
    lists: dict[Path, list[str]] = {
        ("body", "keeper"): p.body.keeper if p.body else [],
        ("body", "extends"): p.body.extends if p.body else [],
        ("consultation", "bodies"): p.consultation.bodies if p.consultation else [],
    }
    for path, names in lists.items():
        yield from (((*path, place), name) for place, name in enumerate(names))
    yield from _single_roles(p)


def _single_roles(p: Programme) -> Iterator[tuple[Path, str]]:
    for section in ("rewards", "commendations", "reviews", "reports"):
        for key, record in getattr(p, section).items():
            yield (section, key, "by"), record.by
    for key, report in p.reports.items():
        yield ("reports", key, "to"), report.to
    for place, duty in enumerate(p.duties):
        yield ("duties", place, "by"), duty.by


def _of_profile(p: Programme) -> Iterator[Reference]:
    for place, document in enumerate(p.dossier):
        path = ("dossier", place, "document")
        yield Reference(path, "document", document.document, DOCUMENTS)
    if p.registration and p.registration.form:
        yield Reference(("registration", "form"), "document", p.registration.form, DOCUMENTS)
    for place, reward in enumerate(p.revocation.recalls):
        yield Reference(("revocation", "recalls", place), "reward", reward, p.rewards)
    for key, given in p.rewards.items():
        if given.level:
            yield Reference(("rewards", key, "level"), "level", given.level, _levels(p))
    yield from _of_quotas(p)
    for place, duty in enumerate(p.duties):
        if duty.held_by:
            yield Reference(("duties", place, "held_by"), "command", duty.held_by, HOLDING)


def _levels(p: Programme) -> set[str]:
    """The levels that a sheet can come to, and those of a decision."""
    levels = {band.level for each in p.criteria.values() for band in each.bands}
    levels |= {each.pass_rule.level for each in p.criteria.values() if each.pass_rule.level}
    return levels | {*p.grade}


def _of_quotas(p: Programme) -> Iterator[Reference]:
    for key, quota in p.quotas.items():
        if quota.reward:
            yield Reference(("quotas", key, "reward"), "reward", quota.reward, p.rewards)
        if quota.grade:
            yield Reference(("quotas", key, "grade"), "grade", quota.grade, p.grade)


def _of_outcomes(p: Programme) -> Iterator[Reference]:
    """What decisions are told apart by: whether they recognise, or their grade."""
    known = ("PASS", "FAIL", *p.grade)
    places: list[tuple[Path, list[Step]]] = [
        *((("blocks", name), steps) for name, steps in p.blocks.items()),
        *((("workflows", name, "steps"), each.steps) for name, each in p.workflows.items()),
    ]
    for at, steps in places:
        for place, step in enumerate(steps):
            if step.outcome and step.verb in {"decide", "supersede-decision"}:
                yield Reference((*at, place, "outcome"), "level", step.outcome, known)


def _of_deadlines(p: Programme) -> Iterator[Reference]:
    """Deadlines named by duties, and the steps that deadlines count from."""
    for place, duty in enumerate(p.duties):
        if duty.deadline:
            yield Reference(("duties", place, "deadline"), "deadline", duty.deadline, p.deadlines)
    blocks = [step for steps in p.blocks.values() for step in steps]
    own = [step for outline in p.workflows.values() for step in outline.steps]
    steps = {step.step for step in (*blocks, *own)}
    for key, deadline in p.deadlines.items():
        for path, after in _counted_from(deadline, ("deadlines", key)):
            yield Reference(path, "step", after, steps)


def _counted_from(deadline: Deadline, at: Path) -> Iterator[tuple[Path, str]]:
    if deadline.within:
        yield (*at, "within", "after"), deadline.within.after
    for place, variant in enumerate(deadline.variants):
        yield from _counted_from(variant, (*at, "variants", place))
