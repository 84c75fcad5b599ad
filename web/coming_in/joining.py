"""A link that makes an account, or sets its password anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from application.questions.names import LogNames
from domain.refusal import Refusal, RefusedError, refusal
from web.acts.told import by_input, reasons
from web.asked import Anybody, Asked
from web.coming_in import accounts
from web.coming_in.pages import begun
from web.drawing import UNPROCESSABLE, page
from web.sent import Form, Sent

if TYPE_CHECKING:
    from collections.abc import Sequence


router = APIRouter()


@router.get("/join/{secret}")
def join_page(asked: Anybody, secret: str) -> Response:
    """The page of an invitation; refuses one that is over."""
    return _join(asked, secret)


@router.post("/join/{secret}")
async def join(asked: Anybody, sent: Form, secret: str) -> Response:
    return await to_thread.run_sync(_joined, asked, sent, secret, limiter=asked.desk.commands)


def _joined(asked: Asked, sent: Sent, secret: str) -> Response:
    password, again = ((sent.typed.get(name) or [""])[-1] for name in ("password", "again"))
    if password != again:
        differ = refusal("passwords_differ", about="again")
        return _join(asked, secret, [differ], sent.one("name"))
    try:
        made = accounts.join(asked.desk, secret, sent.one("name"), password, asked.language)
    except RefusedError as refused:
        return _join(asked, secret, refused.refusals, sent.one("name"))
    return begun(asked, made, "/account" if made.runs_the_machine else "")


def _join(asked: Asked, secret: str, wrong: Sequence[Refusal] = (), name: str = "") -> Response:
    held = accounts.invitation(asked.desk, secret)
    typed = {field: [""] for field in ("name", "password", "again")}
    told = [
        each._replace(at=each.at.removeprefix("data."))
        for each in reasons(wrong, asked.spoken, typed)
    ]
    return page(
        asked,
        "join.html.j2",
        status=UNPROCESSABLE if told else 200,
        title=asked.spoken.words("web.join"),
        reasons=told,
        wrong=by_input(told),
        person=_person(asked, held.person),
        is_new=not held.account,
        name=name,
        secret=secret,
    )


def _person(asked: Asked, person: str) -> str:
    """The name of whom an invitation is for, which only its holder is told."""
    return LogNames(asked.system)("person", person, asked.language) or "" if person else ""
