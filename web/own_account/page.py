"""One's own account: sessions, password, second factor, language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from domain.refusal import Refusal, RefusedError, refusal
from ledger.beside import accounts, sessions
from ledger.beside.accounts import Change
from web.asked import Asked, SignedIn
from web.coming_in import own_account
from web.coming_in.cookies import LANGUAGE, give
from web.drawing import elsewhere
from web.own_account.shown import SAID, account_page
from web.sent import Form, Sent
from words.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

router = APIRouter()


@router.get("/account")
def own_account_page(asked: SignedIn) -> Response:
    """One's own account, and what was just changed of it."""
    said = asked.request.query_params.get("said", "")
    return account_page(asked, said=said if said in SAID else "")


@router.post("/account/password")
async def password(asked: SignedIn, sent: Form) -> Response:
    return await _in_turn(asked, partial(_password, asked, sent))


@router.post("/account/second-factor")
async def second_factor_on(asked: SignedIn, sent: Form) -> Response:
    return await _in_turn(asked, partial(_on, asked, sent))


@router.post("/account/second-factor/off")
async def second_factor_off(asked: SignedIn, sent: Form) -> Response:
    return await _in_turn(asked, partial(_off, asked, sent))


@router.post("/account/sessions/end")
async def end_session(asked: SignedIn, sent: Form) -> Response:
    """End one session, or all but this one."""
    return await _in_turn(asked, partial(_end, asked, sent))


@router.post("/account/language")
async def own_language(asked: SignedIn, sent: Form) -> Response:
    """Speak a language wherever this account comes in."""
    return await _in_turn(asked, partial(_language, asked, sent))


async def _in_turn(asked: Asked, work: Callable[[], Response]) -> Response:
    return await to_thread.run_sync(work, limiter=asked.desk.commands)


def _password(asked: Asked, sent: Sent) -> Response:
    old, new, again = (_as_typed(sent, name) for name in ("old", "password", "again"))
    if new != again:
        return account_page(asked, wrong=[refusal("passwords_differ", about="again")])
    if wrong := _tried(lambda: own_account.change_password(asked.desk, asked.present, old, new)):
        return account_page(asked, wrong=wrong)
    return _back("password_changed")


def _on(asked: Asked, sent: Sent) -> Response:
    secret, code = sent.one("secret"), sent.one("code")
    if wrong := _tried(lambda: own_account.turn_on(asked.desk, asked.account, secret, code)):
        return account_page(asked, wrong=wrong, secret=secret)
    return _back("second_factor_on")


def _off(asked: Asked, sent: Sent) -> Response:
    typed = _as_typed(sent, "password_now")
    if wrong := _tried(lambda: own_account.turn_off(asked.desk, asked.account, typed)):
        return account_page(asked, wrong=wrong)
    return _back("second_factor_off")


def _end(asked: Asked, sent: Sent) -> Response:
    ended, desk = sent.one("session"), asked.desk
    if ended:
        sessions.end(desk.ledger, desk.instant(), account=asked.account.id, hash_=ended)
    else:
        own_account.end_others(desk, asked.present)
    return _back("session_ended")


def _language(asked: Asked, sent: Sent) -> Response:
    chosen = sent.one("language")
    response = _back("language_chosen")
    if chosen in LANGUAGES:
        noted = Change(asked.desk.instant(), asked.account.id, asked.account.id, "")
        accounts.change(asked.desk.ledger, noted, language=chosen)
        give(asked.request, response, LANGUAGE, chosen)
    return response


def _tried(work: Callable[[], None]) -> list[Refusal]:
    """Every reason against it; none where it is done."""
    try:
        work()
    except RefusedError as refused:
        return refused.refusals
    return []


def _back(said: str) -> Response:
    return elsewhere(f"/account?said={said}")


def _as_typed(sent: Sent, name: str) -> str:
    """A password is taken with the blanks around it."""
    return (sent.typed.get(name) or [""])[-1]
