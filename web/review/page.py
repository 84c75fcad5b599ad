"""The review of a year: every table with its charts, as of a day, as known at a moment; the whole as a workbook."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from application.questions.review_in_sight import in_sight
from application.questions.review_names import named_review
from application.questions.round_list import rounds
from application.questions.year import Question
from documents.review.heading import facts, title
from documents.review.in_words import in_words
from documents.review.page import section
from documents.review.summary import summary
from documents.review.workbook import write_workbook
from domain.periods import year_of
from web.asked import Asked, Person
from web.cases.moment import moment_of
from web.drawing import page
from web.failures import NOT_FOUND
from web.lists import choices
from web.lists.asked_for import one
from web.lists.files import FILES, file_answer
from web.lists.listing import Link

if TYPE_CHECKING:
    from projections.review.tables import Review

router = APIRouter()
_FACTS = 4
"""What a person reads of what the review was made from; the root is for `verify`."""


@router.get("/year/{year}")
def year_page(asked: Person, year: str) -> Response:
    """The review, rows about members only of the units in sight."""
    found = in_sight(
        asked.system, named_review(asked.system, question_of(asked, year)), asked.sight
    )
    if one(asked, "as") == "xlsx":
        return _workbook(asked, found)
    language, words = asked.language, asked.spoken.words
    tables = [in_words(table, language, found.names) for table in found.tables]
    return page(
        asked,
        "year.html.j2",
        title=title(found, language),
        place="year",
        year=year,
        facts=facts(found, language)[:_FACTS],
        sentences=summary(tables, language),
        sections=[section(table, language) for table in tables],
        programmes=choices.programme(asked).options,
        asked_for={n: one(asked, n) for n in ("programme", "period", "as_of", "known_at")},
        rounds=_rounds(asked, year),
        query=asked.request.url.query,
        compare=words("web.then_and_now"),
    )


def question_of(asked: Asked, year: str) -> Question:
    """What the address asks of the log; a year that is none has no page."""
    if not (year.isascii() and year.isdecimal() and len(year) == len("2024")):
        raise HTTPException(NOT_FOUND)
    programme, period = one(asked, "programme"), one(asked, "period")
    return Question(int(year), programme, period, **moment_of(asked).asked)


def _rounds(asked: Asked, year: str) -> list[Link]:
    """The rounds of the year, where each seal stands and what came after it."""
    return [
        Link(
            f"{asked.spoken.value(row.programme, 'programme')}, {row.period}: "
            f"{asked.spoken.value(row.state, 'state')}",
            f"/rounds/{row.programme}/{row.period}",
        )
        for row in rounds(asked.system)
        if str(year_of(row.period)) == year
    ]


def _workbook(asked: Asked, found: Review) -> Response:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "review.xlsx"
        write_workbook(found, asked.language, path)
        name = f"{title(found, asked.language)}.xlsx"
        return file_answer(path.read_bytes(), name, FILES["xlsx"])
