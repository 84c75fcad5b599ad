"""The page of one's own account as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.beside import sessions
from web.acts.inputs import Option
from web.acts.told import by_input, reasons
from web.coming_in.browsers import browser_named
from web.coming_in.second_factor import is_secret, new_secret, picture
from web.coming_in.session import still_holds
from web.drawing import UNPROCESSABLE, page
from words.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from domain.refusal import Refusal
    from web.asked import Asked

_INPUTS = ("old", "password", "again", "code", "password_now")
SAID = {
    "password_changed": "web.said_password_changed",
    "second_factor_on": "web.said_second_factor_on",
    "second_factor_off": "web.said_second_factor_off",
    "session_ended": "web.said_session_ended",
    "language_chosen": "web.said_language_chosen",
}
"""What was just done, and its words."""


_LANGUAGES = {"vi": "web.language_vi", "en": "web.language_en"}


class OwnSession(NamedTuple):
    """A browser in which somebody is here, in words; `hash` is what its button sends."""

    hash: str
    browser: str
    since: str
    seen: str
    is_this: bool


def account_page(
    asked: Asked, *, wrong: Sequence[Refusal] = (), said: str = "", secret: str = ""
) -> Response:
    """The account of who is here; `secret` is a second factor's that was shown and is not proven yet."""
    told = [
        each._replace(at=each.at.removeprefix("data."))
        for each in reasons(wrong, asked.spoken, {f"data.{name}": [""] for name in _INPUTS})
    ]
    account, spoken = asked.account, asked.spoken
    offered = "" if account.secret else secret if is_secret(secret) else new_secret()
    return page(
        asked,
        "account.html.j2",
        status=UNPROCESSABLE if told else 200,
        title=spoken.words("web.own_account"),
        place="account",
        reasons=told,
        wrong=by_input(told),
        said=spoken.words(SAID[said]) if said else "",
        name=account.name,
        person=spoken.value(account.person, "person"),
        sessions=_sessions(asked),
        is_on=bool(account.secret),
        is_asked_for=account.runs_the_machine and not account.secret and not asked.desk.simulated,
        offered=offered,
        secret_written=" ".join(offered[at : at + 4] for at in range(0, len(offered), 4)),
        picture=picture(offered, account.name) if offered else "",
        languages=[
            Option(each, spoken.words(_LANGUAGES[each]), each == asked.language)
            for each in LANGUAGES
        ],
    )


def _sessions(asked: Asked) -> list[OwnSession]:
    """Those that still hold, this one first."""
    desk, spoken, own = asked.desk, asked.spoken, asked.present.session.hash
    found = [
        OwnSession(
            each.hash,
            browser_named(each.browser) or spoken.words("web.browser_unknown"),
            spoken.value(each.made_at, "instant"),
            spoken.value(each.seen_at, "instant"),
            each.hash == own,
        )
        for each in sessions.sessions_of(desk.ledger, asked.account.id)
        if still_holds(each, desk.now())
    ]
    return sorted(found, key=lambda each: not each.is_this)
