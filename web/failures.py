"""Everything that can go wrong as a page in the person's language: what happened, what is saved, what to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from application.running import failures
from domain.refusal import RefusedError
from ledger.beside import sessions
from ledger.errors import LedgerError
from web.acts.told import reasons
from web.asked import Asked, NobodyHereError, NotForYouError, SecondFactorFirstError, asked_by
from web.coming_in.cookies import SESSION
from web.coming_in.kept_form import packed
from web.coming_in.secrets_held import kept
from web.drawing import page
from web.headers import add_always
from web.sent import StaleFormError, values_sent
from web.sizes import LARGEST, TooLargeError

if TYPE_CHECKING:
    from fastapi import FastAPI

NOT_FOUND, FORBIDDEN, UNKNOWN, CONFLICT, TOO_LARGE, BROKEN, UNAVAILABLE = (
    404,
    403,
    401,
    409,
    413,
    500,
    503,
)


def add_to(app: FastAPI) -> None:
    """Have each kind of failure answered by its page."""
    app.add_exception_handler(NobodyHereError, _nobody)
    app.add_exception_handler(NotForYouError, _told("web.not_for_you", FORBIDDEN))
    app.add_exception_handler(SecondFactorFirstError, _second_factor_first)
    app.add_exception_handler(StaleFormError, _told("web.form_stale", CONFLICT))
    app.add_exception_handler(TooLargeError, _told("web.too_large", TOO_LARGE))
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(LedgerError, _failed)
    app.add_exception_handler(OSError, _failed)
    app.add_exception_handler(HTTPException, _other)
    app.add_exception_handler(RequestValidationError, _told("web.no_such_page", NOT_FOUND))
    app.add_exception_handler(Exception, _broken)


Answer = Callable[[Request, Exception], Awaitable[Response]]


async def _asked(request: Request) -> Asked:
    try:
        return await to_thread.run_sync(asked_by, request)
    except (LedgerError, OSError):
        return Asked(request, request.app.state.desk, None)


def _told(key: str, status: int) -> Answer:
    async def answer(request: Request, _error: Exception) -> Response:
        asked = await _asked(request)
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


async def _second_factor_first(request: Request, _error: Exception) -> Response:
    asked = await _asked(request)
    title = asked.spoken.words("web.second_factor_first")
    return page(asked, "second_factor_first.html.j2", status=FORBIDDEN, title=title)


async def _nobody(request: Request, _error: Exception) -> Response:
    """The way in; a form that was sent is carried along, so that nothing typed is lost."""
    asked = await _asked(request)
    carried, address = "", request.url.path
    if request.method == "POST":
        carried = await _carried(request, asked)
    elif request.url.query:
        address = f"{address}?{request.url.query}"
    return page(
        asked, "sign_in.html.j2", status=UNKNOWN, title=asked.spoken.words("web.sign_in"), reasons=[],
        name="", next=address if carried or request.method == "GET" else "", kept=carried,
        over=bool(request.cookies.get(SESSION)),
    )  # fmt: skip


async def _carried(request: Request, asked: Asked) -> str:
    """What was sent, for whoever held the session that is over; empty where nobody did."""
    sent = await values_sent(request)
    account = await to_thread.run_sync(_account_before, request, asked)
    return packed(account, request.url.path, sent)


def _account_before(request: Request, asked: Asked) -> str:
    held = sessions.session_of(asked.desk.ledger, kept(request.cookies.get(SESSION, "")))
    return held.account if held else ""


async def _refused(request: Request, error: Exception) -> Response:
    asked = await _asked(request)
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
    asked = await _asked(request)
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
    asked = await _asked(request)
    status = error.status_code if isinstance(error, HTTPException) else BROKEN
    told = asked.spoken.words(
        "web.no_such_page" if status in {NOT_FOUND, 405} else "web.unreadable"
    )
    return page(
        asked, "wrong.html.j2", status=status, title=asked.spoken.words("web.wrong"), told=[told]
    )
