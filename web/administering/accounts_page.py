"""The administrator's page of accounts: who may come in, invitations, what became of accounts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import Response

from domain.refusal import Refusal, RefusedError
from web.acts.told import by_input, reasons
from web.administering.accounts_shown import account_rows, change_rows, invitation_rows
from web.asked import Administrator, Asked
from web.coming_in import administered
from web.coming_in.accounts import INVITED
from web.drawing import UNPROCESSABLE, elsewhere, page
from web.sent import Form, Sent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

router = APIRouter()
SAID = {
    "closed": "web.said_account_closed",
    "opened": "web.said_account_opened",
}


@router.get("/accounts")
def accounts_page(asked: Administrator) -> Response:
    """Every account, open invitations, what became of accounts."""
    said = asked.request.query_params.get("said", "")
    return _page(asked, said=asked.spoken.words(SAID[said]) if said in SAID else "")


@router.post("/accounts/invite")
async def invite(asked: Administrator, sent: Form) -> Response:
    """A link for a person of the log, or for another administrator."""
    return await _in_turn(asked, partial(_invite, asked, sent))


@router.post("/accounts/{account}/recover")
async def recover(asked: Administrator, sent: Form, account: str) -> Response:
    """A link by which a password is set anew."""
    del sent
    return await _in_turn(
        asked, partial(_linked, asked, partial(administered.recover, asked, account))
    )


@router.post("/accounts/{account}/close")
async def close(asked: Administrator, sent: Form, account: str) -> Response:
    del sent
    return await _in_turn(
        asked, partial(_changed, asked, "closed", partial(administered.close, asked, account))
    )


@router.post("/accounts/{account}/open")
async def open_again(asked: Administrator, sent: Form, account: str) -> Response:
    del sent
    return await _in_turn(
        asked, partial(_changed, asked, "opened", partial(administered.open_again, asked, account))
    )


async def _in_turn(asked: Asked, work: Callable[[], Response]) -> Response:
    return await to_thread.run_sync(work, limiter=asked.desk.commands)


def _invite(asked: Asked, sent: Sent) -> Response:
    if sent.one("whom") == "administrator":
        return _linked(asked, partial(administered.invite_administrator, asked))
    typed = sent.one("person")
    return _linked(asked, partial(administered.invite_person, asked, typed), typed)


def _linked(asked: Asked, make: Callable[[], str], typed: str = "") -> Response:
    """The link, which is shown this once; or the page again with what is against it."""
    try:
        secret = make()
    except RefusedError as refused:
        return _page(asked, wrong=refused.refusals, typed=typed)
    address = str(asked.request.url.replace(path=f"/join/{secret}", query=""))
    return page(
        asked,
        "link.html.j2",
        title=asked.spoken.words("web.link_made"),
        place="accounts",
        address=address,
        days=INVITED.days,
    )


def _changed(asked: Asked, said: str, work: Callable[[], None]) -> Response:
    try:
        work()
    except RefusedError as refused:
        return _page(asked, wrong=refused.refusals)
    return elsewhere(f"/accounts?said={said}")


def _page(
    asked: Asked, *, wrong: Sequence[Refusal] = (), typed: str = "", said: str = ""
) -> Response:
    told = [
        each._replace(at=each.at.removeprefix("data."))
        for each in reasons(wrong, asked.spoken, {"data.person": [""]})
    ]
    return page(
        asked,
        "accounts.html.j2",
        status=UNPROCESSABLE if told else 200,
        title=asked.spoken.words("web.place.accounts"),
        place="accounts",
        reasons=told,
        wrong=by_input(told),
        typed=typed,
        said=said,
        accounts=account_rows(asked),
        invitations=invitation_rows(asked),
        changes=change_rows(asked),
    )
