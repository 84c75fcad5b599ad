"""What became of a command that is about no case."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from web.asked import Person
from web.drawing import page

router = APIRouter()


@router.get("/done/{position}")
def done_page(asked: Person, position: int) -> Response:
    """The command that was just carried out: what it was, about what, when."""
    rows = [row for rows in asked.system.ledger.read(position - 1, position) for row in rows]
    row = next((each for each in rows if each.actor == asked.person), None)
    spoken = asked.spoken
    told = (
        spoken.words(
            "web.recorded",
            act=spoken.value(row.topic, "event"),
            about=spoken.value(row.stream, "stream"),
            on=spoken.value(row.effective_on, "date"),
        )
        if row
        else spoken.words("web.nothing_found")
    )
    return page(asked, "done.html.j2", title=spoken.words("web.done"), told=told)
