"""A programme's content as tables of words, for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from application.questions.defaults import defaults, named_by
from domain.scoring.tree import nodes
from words.tables import Column, Table

if TYPE_CHECKING:
    from domain.programme.edition import Edition
    from domain.programme.model import Programme

Rows = Iterator[tuple[Any, ...]]
SUBJECTS = (
    Column("kind", "code", word="code"), Column("name"), Column("title"), Column("workflow", "code")
)  # fmt: skip
CRITERIA = (
    Column("set", "code"), Column("id", "code", word="code"), Column("max", "number", word="case.maximum"),
    Column("name", word="criterion"),
)  # fmt: skip
DOSSIER = (Column("document", "code", word="code"), Column("name"))
ASSUMED = (Column("path"), Column("default", "code"))
WHY_ASSUMED = (Column("default", "code"), Column("means"), Column("why"))


def programme_tables(edition: Edition, language: str) -> list[Table]:
    """Answer subjects, criteria, dossier, assumed values by D-id, and what these say; codes as a programme
    file has them, with their words in one language."""
    programme = edition.programme
    assumed = edition.assumptions.items()
    return [
        Table("subjects", SUBJECTS, list(_subjects(programme, language))),
        Table("criteria", CRITERIA, list(_criteria(programme, language))),
        Table("dossier", DOSSIER, list(_dossier(programme, language))),
        Table("assumed", ASSUMED, list(assumed)),
        Table("why_assumed", WHY_ASSUMED, list(_defaults(edition, language))),
    ]


def _subjects(programme: Programme, language: str) -> Rows:
    for kind, subject in getattr(programme, "subjects", {}).items():
        title = programme.titles[subject.title].text(language)
        yield kind, subject.text(language), title, subject.workflow


def _criteria(programme: Programme, language: str) -> Rows:
    for name, criteria in programme.criteria.items():
        for node in nodes(criteria):
            yield name, node.id, node.max or None, node.text(language)


def _dossier(programme: Programme, language: str) -> Rows:
    for asked in getattr(programme, "dossier", []):
        yield asked.document, asked.text(language)


def _defaults(edition: Edition, language: str) -> Rows:
    for name in named_by(edition):
        yield name, defaults()[name].text(language), defaults()[name].why.text(language)
