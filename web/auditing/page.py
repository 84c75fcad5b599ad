"""What whoever inspects is shown: of the people of their units and of all below, and whether the log is whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter
from starlette.responses import Response

from application.questions.audit import (
    SELF_GIVEN,
    people_in_sight,
    refusals_of,
    refuse_who_does_not_inspect,
    self_given,
)
from application.questions.refusal_list import COLUMNS as REFUSALS
from web.asked import Asked, Person
from web.auditing.shown import change_rows, reading_rows, whole_told
from web.drawing import page
from web.sent import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from words.tables import Column

router = APIRouter()
_ONE_AT_A_TIME = CapacityLimiter(1)
"""A log is looked at as a whole by one at a time: it takes a processor for itself."""


@router.get("/audit")
def audit_page(asked: Person) -> Response:
    """Everything but the look at the whole log; refuses who does not inspect."""
    return _page(asked)


@router.post("/audit")
async def verify(asked: Person, sent: Form) -> Response:
    """Look at the whole log now, and say what was found."""
    del sent
    return await to_thread.run_sync(partial(_verified, asked), limiter=_ONE_AT_A_TIME)


def _verified(asked: Asked) -> Response:
    refuse_who_does_not_inspect(asked.sight)
    return _page(asked, *whole_told(asked))


def _page(asked: Asked, whole: str = "", is_whole: bool = True) -> Response:
    refuse_who_does_not_inspect(asked.sight)
    people = people_in_sight(asked.system, asked.sight)
    given = self_given(asked.system, asked.sight)
    return page(
        asked,
        "audit.html.j2",
        title=asked.spoken.words("web.audit"),
        place="seen",
        whole=whole,
        is_whole=is_whole,
        last=asked.spoken.value(asked.system.ledger.head().position, "number"),
        self_given=_table(asked, SELF_GIVEN, given),
        refusals=_table(asked, REFUSALS, refusals_of(asked.system, people)),
        readings=reading_rows(asked, people),
        changes=change_rows(asked, people),
    )


def _table(asked: Asked, columns: Sequence[Column], rows: Sequence[Any]) -> dict[str, Any]:
    titles = asked.spoken.titles(columns)
    return {
        "titles": titles,
        "rows": [
            {
                "cells": list(zip(titles, asked.spoken.cells(each, columns), strict=True)),
                "address": f"/at/{each.position}" if hasattr(each, "position") else "",
            }
            for each in rows
        ],
    }
