"""One version of a programme in words: parts, criteria, steps, clauses, what is assumed and why; and its drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fastapi import APIRouter
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from application.questions.cases import world_of
from application.questions.names import Rules
from application.questions.programme_list import programmes
from documents.diagrams.svg import svg
from documents.diagrams.titles import title_of
from documents.programmes.clause_marks import Shown
from documents.programmes.sheet import programme_sheet
from web.acts.inputs import Option
from web.asked import Asked, Person
from web.drawing import page
from web.failures import NOT_FOUND
from web.lists.asked_for import one

if TYPE_CHECKING:
    from domain.programme.edition import Edition
    from words.tables import Table

router = APIRouter()


class Part(NamedTuple):
    """A table of the programme in words."""

    name: str
    title: str
    titles: list[str]
    rows: list[list[str]]


class Drawing(NamedTuple):
    title: str
    svg: Markup


@router.get("/programmes/{code}")
def programme_page(asked: Person, code: str) -> Response:
    """A published version, the newest where none is named."""
    edition = edition_asked(asked, code, one(asked, "version"))
    return page(
        asked,
        "programme.html.j2",
        title=edition.programme.name.text(asked.language),
        place="programmes",
        code=code,
        parts=parts_of(asked, edition),
        versions=versions_of(asked, code, edition.version),
        has_drawings=bool(edition.definitions),
        version=edition.version,
    )


@router.get("/programmes/{code}/drawing")
def drawing_page(asked: Person, code: str) -> Response:
    """Every workflow of a version, drawn."""
    edition = edition_asked(asked, code, one(asked, "version"))
    return page(
        asked,
        "drawings.html.j2",
        title=asked.spoken.words("web.drawing"),
        place="programmes",
        code=code,
        version=edition.version,
        name=edition.programme.name.text(asked.language),
        drawings=[_drawing(asked, edition, workflow) for workflow in edition.definitions],
    )


def edition_asked(asked: Asked, code: str, version: str) -> Edition:
    """A published version; an address that names none is of no page."""
    edition = world_of(asked.system).edition(code, version)
    if edition is None:
        raise HTTPException(NOT_FOUND)
    return edition


def versions_of(asked: Asked, code: str, chosen: str) -> list[Option]:
    """The published versions by the day from which each is in force."""
    rows = [row for row in programmes(asked.system, asked.language) if row.code == code]
    day = asked.spoken.value
    return [Option(r.version, day(r.published_on, "date"), r.version == chosen) for r in rows]


def parts_of(asked: Asked, edition: Edition) -> list[Part]:
    """Its tables in words, those that have rows."""
    spoken = asked.spoken.about(Rules(edition.programme.code, edition.version))
    sheet = programme_sheet(Shown(edition, asked.language, spoken.names), asked.language)
    return [_part(asked, each) for each in sheet if each.rows]


def _part(asked: Asked, table: Table) -> Part:
    spoken, kinds = asked.spoken, [column.kind for column in table.columns]
    rows = [
        [spoken.value(v, kind) for v, kind in zip(row, kinds, strict=True)] for row in table.rows
    ]
    return Part(table.name, table.title(asked.language), spoken.titles(table.columns), rows)


def _drawing(asked: Asked, edition: Edition, workflow: str) -> Drawing:
    title = title_of(edition.programme, workflow, asked.language)
    drawn = svg(edition.definitions[workflow], asked.language, title=title)
    return Drawing(title, Markup(drawn))  # noqa: S704 -- documents/diagrams escapes all text
