"""The pages of coming in and going out: name, password and code; a link that makes an account; the language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from domain.refusal import Refusal, refusal
from ledger.beside import sessions
from web.acts.told import reasons
from web.asked import Anybody, Asked, SignedIn
from web.coming_in import accounts, session
from web.coming_in.cookies import LANGUAGE, SESSION, VISIT, give, take_back
from web.coming_in.kept_form import keep_for, kept_in
from web.drawing import UNPROCESSABLE, elsewhere, page
from web.sent import Form, Sent
from words.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.beside.accounts import Account

router = APIRouter()
_OURS = re.compile(r"/(?!/)[^\x00-\x1f\x7f\\]*")
"""One slash, and nothing that is a control character or a backslash."""


@router.get("/sign-in")
def sign_in_page(asked: Anybody) -> Response:
    """The way in."""
    return _sign_in(asked, asked.request.query_params.get("next", ""))


@router.post("/sign-in")
async def sign_in(asked: Anybody, sent: Form) -> Response:
    return await to_thread.run_sync(_come_in, asked, sent, limiter=asked.desk.commands)


def _come_in(asked: Asked, sent: Sent) -> Response:
    found = accounts.come_in(
        asked.desk, sent.one("name"), (sent.typed.get("password") or [""])[-1], sent.one("code")
    )
    if found is None:
        return _sign_in(asked, sent.one("next"), [refusal("not_let_in")], sent)
    keep_for(asked.desk, found, sent)
    return begun(asked, found, ours(sent.one("next")))


def begun(asked: Asked, account: Account, address: str) -> Response:
    """Begin a session and go on, with a new secret whatever the browser held before."""
    browser = asked.request.headers.get("user-agent", "")
    response = elsewhere(address or ("/work" if account.person else "/accounts"))
    give(asked.request, response, SESSION, session.begin(asked.desk, account, browser))
    take_back(response, VISIT)
    return response


def _sign_in(
    asked: Asked, address: str, wrong: Sequence[Refusal] = (), sent: Sent | None = None
) -> Response:
    told = reasons(wrong, asked.spoken, {})
    return page(
        asked,
        "sign_in.html.j2",
        status=UNPROCESSABLE if told else 200,
        title=asked.spoken.words("web.sign_in"),
        reasons=told,
        name=sent.one("name") if sent else "",
        next=ours(address),
        kept=kept_in(sent),
        over=False,
    )


def ours(address: str) -> str:
    """An address of ours to go on to; empty for any other, and for one with what browsers read over or turn round."""
    return address if _OURS.fullmatch(address) else ""


@router.post("/sign-out")
async def sign_out(asked: SignedIn, sent: Form) -> Response:
    """End this session."""
    del sent
    return await to_thread.run_sync(_out, asked, limiter=asked.desk.commands)


def _out(asked: Asked) -> Response:
    if asked.here is not None:
        own = asked.here.session
        sessions.end(asked.desk.ledger, asked.desk.instant(), account=own.account, hash_=own.hash)
    response = elsewhere("/sign-in")
    take_back(response, SESSION)
    return response


@router.post("/language")
async def choose_language(asked: Anybody, sent: Form) -> Response:
    """Speak another language in this browser."""
    chosen = sent.one("language")
    response = elsewhere(ours(sent.one("back")) or "/")
    if chosen in LANGUAGES:
        give(asked.request, response, LANGUAGE, chosen)
    return response
