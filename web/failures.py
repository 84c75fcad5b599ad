"""Everything that can go wrong as a page in the person's language: what happened, what is saved, what to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from application.running import failures
from domain.refusal import RefusedError
from ledger.errors import LedgerError
from web.acts.told import reasons
from web.drawing import page
from web.headers import add_always
from web.nobody_here import asked_of, nobody, second_factor_first
from web.sent import StaleFormError
from web.sizes import LARGEST, TooLargeError
from web.turned_away import NobodyHereError, NotForYouError, SecondFactorFirstError

if TYPE_CHECKING:
    from fastapi import FastAPI

NOT_FOUND, FORBIDDEN, CONFLICT, TOO_LARGE, BROKEN, UNAVAILABLE = 404, 403, 409, 413, 500, 503


def add_to(app: FastAPI) -> None:
    """Have each kind of failure answered by its page."""
    app.add_exception_handler(NobodyHereError, nobody)
    app.add_exception_handler(NotForYouError, _told("web.not_for_you", FORBIDDEN))
    app.add_exception_handler(SecondFactorFirstError, second_factor_first)
    app.add_exception_handler(StaleFormError, _told("web.form_stale", CONFLICT))
    app.add_exception_handler(TooLargeError, _told("web.too_large", TOO_LARGE))
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(LedgerError, _failed)
    app.add_exception_handler(OSError, _failed)
    app.add_exception_handler(HTTPException, _other)
    app.add_exception_handler(RequestValidationError, _told("web.no_such_page", NOT_FOUND))
    app.add_exception_handler(Exception, _broken)


Answer = Callable[[Request, Exception], Awaitable[Response]]


def _told(key: str, status: int) -> Answer:
    async def answer(request: Request, _error: Exception) -> Response:
        asked = await asked_of(request)
        megabytes = LARGEST // 1024 // 1024 - 1
        told = asked.spoken.words(key, megabytes=megabytes)
        return page(
            asked,
            "wrong.html.j2",
            status=status,
            title=asked.spoken.words("web.wrong"),
            told=[told],
        )

    return answer


async def _broken(request: Request, error: Exception) -> Response:
    """A fault of ours; whoever answers it stands outside of what adds the headers."""
    return add_always(await _told("web.broken", BROKEN)(request, error))


async def _refused(request: Request, error: Exception) -> Response:
    asked = await asked_of(request)
    refusals = error.refusals if isinstance(error, RefusedError) else []
    status = NOT_FOUND if any(each.code in _ABSENT for each in refusals) else CONFLICT
    told = [each.sentence for each in reasons(refusals, asked.spoken, {})]
    return page(
        asked, "wrong.html.j2", status=status, title=asked.spoken.words("web.wrong"), told=told
    )


_ABSENT = frozenset(
    {
        "no_case_in_sight",
        "no_such_case",
        "unit_unknown",
        "unit_unknown_nearest",
        "person_unknown",
        "person_unknown_nearest",
        "round_unknown",
        "invitation_over",
        "verb_unknown",
    }
)
"""Reasons that say that there is nothing at an address."""


async def _failed(request: Request, error: Exception) -> Response:
    """The database or a file failed: said as it is, with what to do."""
    asked = await asked_of(request)
    told = (
        failures.sentence(error, asked.language) if isinstance(error, LedgerError | OSError) else ""
    )
    words = [told, asked.spoken.words("web.try_again")]
    return page(
        asked,
        "wrong.html.j2",
        status=UNAVAILABLE,
        title=asked.spoken.words("web.wrong"),
        told=words,
    )


async def _other(request: Request, error: Exception) -> Response:
    asked = await asked_of(request)
    status = error.status_code if isinstance(error, HTTPException) else BROKEN
    told = asked.spoken.words(
        "web.no_such_page" if status in {NOT_FOUND, 405} else "web.unreadable"
    )
    return page(
        asked, "wrong.html.j2", status=status, title=asked.spoken.words("web.wrong"), told=[told]
    )
