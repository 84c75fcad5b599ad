"""A year then and now: each figure that differs, and the events behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.moments import known_at
from application.questions.review_in_sight import tables_in_sight
from application.questions.years_compared import Against, comparison
from documents.review.in_words import in_words
from documents.review.numbers import shown
from domain.refusal import RefusedError
from web.acts.told import reasons
from web.asked import Asked, Person
from web.drawing import UNPROCESSABLE, page
from web.lists.asked_for import one
from web.review.page import question_of
from words.values import NOTHING

if TYPE_CHECKING:
    from projections.review.comparison import Comparison
    from projections.review.tables import Table

router = APIRouter()
_SAID = 4
"""Columns behind those that say what a figure is of: its name, then, now, why."""


class Change(NamedTuple):
    """One figure: of what, what it is, what it was, what it is now, and the events behind it."""

    of: str
    figure: str
    before: str
    after: str
    because: tuple[str, ...]


class Changed(NamedTuple):
    """The figures of one table that differ."""

    title: str
    changes: tuple[Change, ...]


@router.get("/year/{year}/compare")
def compare_page(asked: Person, year: str) -> Response:
    """What was known of the year at a moment, against what is known now."""
    against, told = one(asked, "against"), []
    tables: list[Changed] = []
    try:
        if against:
            tables = _changed(asked, year, against)
    except RefusedError as refused:
        told = reasons(refused.refusals, asked.spoken, {})
    return page(
        asked,
        "then_and_now.html.j2",
        status=UNPROCESSABLE if told else 200,
        title=asked.spoken.words("web.then_and_now"),
        place="year",
        year=year,
        against=against,
        reasons=told,
        tables=tables,
    )


def _changed(asked: Asked, year: str, against: str) -> list[Changed]:
    other = Against(known_at(asked.system, against))
    found = comparison(asked.system, question_of(asked, year), other, asked.language)
    seen = [tables_in_sight(asked.system, each, asked.sight) for each in found.tables]
    return [_table(asked, each, found) for each in seen if each.rows]


def _table(asked: Asked, table: Table, found: Comparison) -> Changed:
    worded = in_words(table, asked.language, found.after.names)
    return Changed(
        table.title(asked.language), tuple(_change(asked, r, worded) for r in worded.rows)
    )


def _change(asked: Asked, row: tuple[Any, ...], table: Table) -> Change:
    kinds = [column.kind for column in table.columns]
    told = [shown(v, kind, asked.language) for v, kind in zip(row, kinds, strict=True)]
    of, (figure, before, after, _) = told[:-_SAID], told[-_SAID:]
    because = tuple(str(each) for each in (row[-1] or ()))
    return Change(", ".join(each for each in of if each != NOTHING), figure, before, after, because)
