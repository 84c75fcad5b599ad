"""Nobody has come in, or not far enough: the way in, with what was sent carried along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from ledger.beside import sessions
from ledger.errors import LedgerError
from web.asked import Asked, asked_by
from web.coming_in.cookies import SESSION
from web.coming_in.kept_form import packed
from web.coming_in.secrets_held import kept
from web.drawing import page
from web.sent import values_sent

if TYPE_CHECKING:
    pass
UNKNOWN, FORBIDDEN = 401, 403


async def asked_of(request: Request) -> Asked:
    """Who asks; nobody where the database does not answer."""
    try:
        return await to_thread.run_sync(asked_by, request)
    except (LedgerError, OSError):
        return Asked(request, request.app.state.desk, None)


async def second_factor_first(request: Request, _error: Exception) -> Response:
    """Whoever runs the machine turns it on before any other page is theirs."""
    asked = await asked_of(request)
    title = asked.spoken.words("web.second_factor_first")
    return page(asked, "second_factor_first.html.j2", status=FORBIDDEN, title=title)


async def nobody(request: Request, _error: Exception) -> Response:
    """The way in; a form that was sent is carried along, so that nothing typed is lost."""
    asked = await asked_of(request)
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
