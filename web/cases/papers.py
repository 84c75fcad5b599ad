"""Papers of a case, ready to sign: which can be made now, and each as a Word file, as of what the log knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import Response

from application.questions.on_paper.case_on_paper import case_on_paper
from documents.papers.making import file_name, make
from documents.papers.registry import papers
from web.asked import Person
from web.cases.seen import seen

if TYPE_CHECKING:
    from domain.case.state import Case
    from web.spoken import Spoken

router = APIRouter()
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class ToMake(NamedTuple):
    """A paper that the case has come far enough for."""

    words: str
    address: str


def papers_to_make(case: Case, spoken: Spoken) -> list[ToMake]:
    """Those whose act has happened, and those that need none."""
    name = case.stream.removeprefix("case:")
    return [
        ToMake(spoken.value(code, "document"), f"/cases/{name}/papers/{code}")
        for code, paper in papers().items()
        if not paper.after or case.newest(*paper.after) is not None
    ]


@router.get("/cases/{case}/papers/{document}")
def paper_file(asked: Person, case: str, document: str) -> Response:
    """A paper as a Word file, as the log knew the case at a moment; refuses what the case lacks for it."""
    known_at = seen(asked, case).moment.asked["known_at"]
    told = case_on_paper(asked.system, case, known_at=known_at, language=asked.language)
    content = make(document, told).as_word()
    name = quote(file_name(document, told))
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(content, media_type=WORD, headers=headers)
