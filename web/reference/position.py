"""A link to a position of the log: on to the entry of the case's history that stands there."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from application.questions.sight import case_in_sight
from web.asked import Person
from web.drawing import elsewhere
from web.failures import NOT_FOUND
from web.organisation.units import unit_address

router = APIRouter()


@router.get("/at/{position}")
def at_position(asked: Person, position: int) -> Response:
    """To the case's history, the unit or the person that an event is about; not there for what is not in sight."""
    last = asked.system.ledger.head().position
    if not 1 <= position <= last:
        raise HTTPException(NOT_FOUND)
    [row] = [row for rows in asked.system.ledger.read(position - 1, position) for row in rows]
    kind, _, name = row.stream.partition(":")
    if kind == "case":
        case_in_sight(asked.system, asked.person, name)
        return elsewhere(f"/cases/{name}/history#{position}")
    to = {
        "unit": unit_address(name),
        "person": f"/persons/{name}",
        "round": f"/rounds/{name.replace(':', '/')}",
    }
    if kind not in to:
        raise HTTPException(NOT_FOUND)
    return elsewhere(to[kind])
