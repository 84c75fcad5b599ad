"""The pages of a command: its form, the check before it is sent, and on to what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

from application.commands.handle import handle
from application.commands.trial import trial
from application.questions.sight import case_in_sight
from domain.refusal import RefusedError, refusal
from ledger.beside import drafts
from web.acts import draft_kept
from web.acts.ballots_shown import ballots_shown
from web.acts.first_sight import first_sight
from web.acts.form_shown import check_page, form_page
from web.acts.giving import Giving
from web.acts.sheet_form import filled, sheet_form
from web.acts.sheet_typed import without
from web.asked import Asked, Person
from web.drawing import drawn, elsewhere
from web.sent import AnyForm, Sent

if TYPE_CHECKING:
    from domain.refusal import Refusal

router = APIRouter()
MORE = "more:"
"""A button that asks for more rows in the place named behind it."""


@router.get("/cases/{case}/do/{verb}")
def form_on_case(asked: Person, case: str, verb: str) -> Response:
    """The form of a command on a case, filled in from a draft or from what the case has."""
    case_in_sight(asked.system, asked.person, case)
    return form_page(first_sight(asked, verb, case))


@router.get("/do/{verb}")
def form_elsewhere(asked: Person, verb: str) -> Response:
    """The form of a command that is about no case."""
    return form_page(first_sight(asked, verb, ""))


@router.post("/cases/{case}/do/{verb}")
async def sent_on_case(asked: Person, sent: AnyForm, case: str, verb: str) -> Response:
    return await to_thread.run_sync(_sent, asked, sent, case, verb, limiter=asked.desk.commands)


@router.post("/do/{verb}")
async def sent_elsewhere(asked: Person, sent: AnyForm, verb: str) -> Response:
    return await to_thread.run_sync(_sent, asked, sent, "", verb, limiter=asked.desk.commands)


def _sent(asked: Asked, sent: Sent, case: str, verb: str) -> Response:
    """What the button asks for that was pressed."""
    if case:
        case_in_sight(asked.system, asked.person, case)
    giving = Giving(asked, verb, case, sent.typed)
    if not sent.is_ours:
        return form_page(giving, [refusal("form_stale")])
    step = sent.one("_step")
    if step == "save":
        return _saved(giving)
    if step.startswith(MORE):
        return form_page(giving, more=step.removeprefix(MORE))
    if step in {"sheet", "no-sheet"}:
        return _sheet_turned(giving, wanted=step == "sheet")
    if step == "back":
        return form_page(giving)
    return _done(giving) if step == "do" else _checked(giving)


def _saved(giving: Giving) -> Response:
    """Keep a draft: htmx is told when, anybody else sees the form again."""
    at = draft_kept.keep(giving)
    if "hx-request" in giving.asked.request.headers:
        said = giving.asked.spoken.value(at, "instant")
        sheet, ballots = sheet_form(giving, {}), ballots_shown(giving)
        name = "sheet_saved" if sheet else "ballots_saved" if ballots else "saved"
        told = drawn(giving.asked, f"{name}.html.j2", at=said, sheet=sheet, ballots=ballots)
        return HTMLResponse(told)
    return form_page(giving, saved_at=at)


def _sheet_turned(giving: Giving, *, wanted: bool) -> Response:
    """The form with a sheet filled in from the one before, or without one."""
    giving.typed = {**filled(giving), **giving.typed} if wanted else without(giving.typed)
    return form_page(giving)


def _checked(giving: Giving) -> Response:
    """Try it: what would happen, to be sent or mended; or the form again with every reason."""
    try:
        tried = trial(giving.asked.system, giving.request())
    except RefusedError as refused:
        return _refused(giving, refused.refusals)
    return _refused(giving, tried.refusals) if tried.refusals else check_page(giving, tried)


def _done(giving: Giving) -> Response:
    """Carry it out; what was typed is kept until it is done."""
    try:
        done = handle(giving.asked.system, giving.request())
    except RefusedError as refused:
        return _refused(giving, refused.refusals)
    drafts.drop(giving.asked.desk.ledger, giving.asked.account.id, giving.about, giving.verb)
    case = done.stream.removeprefix("case:") if done.stream.startswith("case:") else ""
    return elsewhere(
        f"/cases/{case}?done={done.receipt.first}" if case else f"/done/{done.receipt.first}"
    )


def _refused(giving: Giving, refusals: list[Refusal]) -> Response:
    draft_kept.keep(giving)
    return form_page(giving, refusals)
