"""A whole programme in words: its parts, criteria and steps with clauses and assumptions, and what those say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from application.questions.clauses import in_order, text_of
from application.questions.defaults import defaults, named_by
from documents.programmes.clause_marks import Shown
from documents.programmes.criteria import asked_of
from documents.programmes.features import FEATURES, OF_INSTRUMENTS
from documents.programmes.in_words import role_said
from domain.programme.edition import Edition
from domain.scoring.tree import nodes
from words.language import Language
from words.tables import Column, Table
from workflow.definition import ANY_STAGE, Step

PARTS = (Column("part"), Column("said", "lines"))
CRITERIA = (
    Column("id", "code", word="code"), Column("name", word="criterion"),
    Column("max", "number", word="case.maximum"), Column("asked", "lines", word="asked_of_criterion"),
)  # fmt: skip
STEPS = (
    Column("step"), Column("from_to"), Column("by", "lines", word="who"), Column("deadline"),
)  # fmt: skip
CLAUSES = (Column("clause", "code"), Column("text", word="clause_text"))
DEFAULTS = (Column("default", "code"), Column("means"), Column("why"))
_CLAUSE = re.compile(r'"clause":("[^"]*"|\[[^\]]*\])')


def programme_sheet(shown: Shown, language: Language) -> list[Table]:
    """Every part of a programme in one language, then the text of its clauses and the reasons of its assumptions."""
    edition = shown.edition
    named = in_order(clauses_named(edition))
    return [
        Table("parts", PARTS, list(_parts(shown))),
        Table("criteria", CRITERIA, list(_criteria(shown))),
        Table("steps", STEPS, list(_steps(shown))),
        Table("clauses", CLAUSES, [(each, text_of(each, language)) for each in named]),
        Table(
            "why_assumed", DEFAULTS, [default_told(each, language) for each in named_by(edition)]
        ),
    ]


def clauses_named(edition: Edition) -> set[str]:
    """The ids of the clauses that a programme names."""
    return {
        clause
        for found in _CLAUSE.findall(edition.content)
        for clause in re.findall(r'[^"\[\],\s]+', found)
    }


def default_told(name: str, language: Language) -> tuple[str, str, str]:
    """A default by its id: what is assumed, and why; raises KeyError for an unknown one."""
    found = defaults()[name]
    return name, found.text(language), found.why.text(language)


def _parts(s: Shown) -> Iterator[tuple[str, list[str]]]:
    features = FEATURES if s.programme.kind == "programme" else OF_INSTRUMENTS
    for name, feature in features.items():
        lines = feature(s)
        if lines:
            yield s.say(f"feature.{name}"), lines


def _criteria(s: Shown) -> Iterator[tuple[str, str, object, list[str]]]:
    for criteria in s.programme.criteria.values():
        yield "", s.name(criteria).upper(), None, [s.marks(criteria).strip()]
        for node in nodes(criteria):
            own = s.marks(node, "vi", "max", "not_applicable").strip()
            yield node.id, s.name(node), node.max or None, [*asked_of(s, node), own]


def _steps(s: Shown) -> Iterator[tuple[str, str, list[str], str]]:
    """The steps of every workflow, those that several share once."""
    found: dict[Step, None] = {}
    for outline in getattr(s.programme, "workflows", {}).values():
        blocks = (s.programme.blocks[each] for each in outline.uses)
        found.update(dict.fromkeys(step for block in (*blocks, outline.steps) for step in block))
    return (_step(s, step) for step in found)


def _step(s: Shown, step: Step) -> tuple[str, str, list[str], str]:
    stages = s.programme.stages
    told = [s.name(stages[each]) for each in step.sources if each in stages]
    start = s.say("diagram.any") if ANY_STAGE in step.sources else ", ".join(told)
    way = f"{start or s.say('diagram.start')}{f' → {s.name(stages[step.to])}' if step.to else ''}"
    deadline = s.programme.deadlines.get(step.deadline)
    by = [role_said(s, each) for each in step.roles]
    name = step.label(s.language or "vi")
    return f"{name}{s.marks(step)}", way, by, s.name(deadline) if deadline else ""
