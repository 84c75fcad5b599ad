"""Names that point elsewhere in the file, or to what bontot knows: each must be there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from domain.measures.catalogue import MEASURES
from domain.programme.documents import DOCUMENTS
from domain.programme.faults import Fault, Path
from domain.programme.model import Programme
from domain.scoring.tree import nodes

BUILT_IN_ROLES = ("issuer", "original", "asked")
"""Roles that follow from the case itself (domain/case/organs.py)."""

Reference = tuple[Path, str, str, Collection[str]]
"""Where, what kind of name, the name, the names there are."""


def faults(programme: Programme) -> list[Fault]:
    """List names that lead nowhere."""
    asked = (
        *_of_subjects(programme),
        *_of_profile(programme),
        *_of_measures(programme),
        *_of_lists(programme),
    )
    return [_fault(*reference) for reference in asked if reference[2] not in reference[3]]


def _fault(path: Path, kind: str, name: str, known: Collection[str]) -> Fault:
    listed = ", ".join(sorted(known)) or "–"
    return Fault(
        path,
        f"Không có {kind} “{name}”. Có: {listed}.",
        f"There is no {kind} “{name}”. There are: {listed}.",
    )


def _of_subjects(p: Programme) -> Iterator[Reference]:
    for kind, subject in p.subjects.items():
        at = ("subjects", kind)
        yield (*at, "title"), "title", subject.title, p.titles
        yield (*at, "criteria"), "criteria", subject.criteria, p.criteria
        yield (*at, "workflow"), "workflow", subject.workflow, p.workflows
    for name, outline in p.workflows.items():
        for place, block in enumerate(outline.uses):
            yield ("workflows", name, "uses", place), "block", block, p.blocks


def _of_profile(p: Programme) -> Iterator[Reference]:
    roles = {*p.roles, *BUILT_IN_ROLES}
    for place, document in enumerate(p.dossier):
        yield ("dossier", place, "document"), "document", document.document, DOCUMENTS
    if p.pilot:
        yield ("pilot", "chooser"), "role", p.pilot.chooser, roles
    if p.vote:
        yield ("vote", "body"), "role", p.vote.body, roles
    if p.registration and p.registration.deadline:
        yield ("registration", "deadline"), "deadline", p.registration.deadline, p.deadlines
    for name in p.consultation.bodies if p.consultation else ():
        yield ("consultation", "bodies"), "role", name, roles
    for name in p.revocation.found_by:
        yield ("revocation", "found_by"), "role", name, roles
    yield ("revocation", "decided_by"), "role", p.revocation.decided_by, roles
    for section in ("rewards", "commendations", "reviews", "reports"):
        for name, record in getattr(p, section).items():
            yield (section, name, "by"), "role", record.by, roles
    for name, report in p.reports.items():
        yield ("reports", name, "to"), "role", report.to, roles


def _of_measures(p: Programme) -> Iterator[Reference]:
    for name, measure in p.measures.items():
        yield ("measures", name, "from"), "measure", measure.computed, {*MEASURES, "entered"}
    known = {*p.measures, *MEASURES}
    for name, criteria in p.criteria.items():
        for node in nodes(criteria):
            asked = [node.measure, *(check.measure for check in node.checks)]
            for used in filter(None, asked):
                yield ("criteria", name), "measure", used, known


def _of_lists(p: Programme) -> Iterator[Reference]:
    """`subjects` lists anywhere in the file name subject kinds of the file."""
    for section in p.__struct_fields__:
        if section != "subjects":
            yield from _lists(getattr(p, section), (section,), p.subjects)


def _lists(value: Any, at: Path, known: Collection[str]) -> Iterator[Reference]:
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            inner = getattr(value, field)
            if field == "subjects" and isinstance(inner, list):
                yield from (((*at, field), "subject", name, known) for name in inner)
            else:
                yield from _lists(inner, (*at, field), known)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _lists(item, (*at, key), known)
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _lists(item, (*at, place), known)
