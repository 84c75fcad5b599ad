"""The two cookies: of a session, and of a visitor who has not come in yet (for the token of the way in)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web.coming_in.secrets_held import fresh
from web.desk import SESSION_LASTS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

SESSION, VISIT, LANGUAGE = "bontot", "bontot-visit", "bontot-language"


def give(request: Request, response: Response, name: str, value: str) -> None:
    """Set a cookie that no script reads and no other site sends."""
    response.set_cookie(
        name,
        value,
        max_age=int(SESSION_LASTS.total_seconds()),
        httponly=True,
        secure=request.url.scheme == "https",
        samesite="lax",
        path="/",
    )


def take_back(response: Response, name: str) -> None:
    response.delete_cookie(name, path="/", httponly=True, samesite="lax")


def visit_of(request: Request) -> str:
    """The secret of a visitor, a new one where they have none."""
    return request.cookies.get(VISIT, "") or fresh()
