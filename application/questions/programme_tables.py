"""A programme's content as tables of words, for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from application.questions.defaults import defaults, named_by
from domain.scoring.tree import nodes

if TYPE_CHECKING:
    from domain.programme.edition import Edition
    from domain.programme.model import Programme

Rows = list[dict[str, Any]]


def programme_tables(edition: Edition, language: str) -> dict[str, Rows]:
    """Answer named tables: subjects, criteria, dossier, assumed values by D-id, and what these say."""
    programme = edition.programme
    vi = language != "en"
    return {
        "Đối tượng" if vi else "Subjects": _subjects(programme, language),
        "Tiêu chí" if vi else "Criteria": _criteria(programme, language),
        "Hồ sơ" if vi else "Dossier": _dossier(programme, language),
        "Giả định" if vi else "Assumed": [
            {"path": path, "default": default} for path, default in edition.assumptions.items()
        ],
        "Vì sao giả định" if vi else "Why assumed": _defaults(edition, language),
    }


def _subjects(programme: Programme, language: str) -> Rows:
    return [
        {
            "kind": kind,
            "name": subject.text(language),
            "title": programme.titles[subject.title].text(language),
            "workflow": subject.workflow,
        }
        for kind, subject in getattr(programme, "subjects", {}).items()
    ]


def _criteria(programme: Programme, language: str) -> Rows:
    return [
        {"set": name, "id": node.id, "max": node.max or None, "name": node.text(language)}
        for name, criteria in programme.criteria.items()
        for node in nodes(criteria)
    ]


def _dossier(programme: Programme, language: str) -> Rows:
    return [
        {"document": asked.document, "name": asked.text(language)}
        for asked in getattr(programme, "dossier", [])
    ]


def _defaults(edition: Edition, language: str) -> Rows:
    return [
        {
            "default": name,
            "means": defaults()[name].text(language),
            "why": defaults()[name].why.text(language),
        }
        for name in named_by(edition)
    ]
