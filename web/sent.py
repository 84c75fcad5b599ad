"""What a form of ours sent: its values, and whether it came from a page of this session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from fastapi import Depends, Request
from starlette.datastructures import UploadFile

from web.coming_in.cookies import SESSION, VISIT
from web.coming_in.secrets_held import is_form_token

if TYPE_CHECKING:
    from web.acts.paths import Typed

TOKEN = "_token"  # noqa: S105 -- the name of an input
MOST_FIELDS, MOST_FILES = 20_000, 4
"""Inputs of a form: a score sheet with every criterion has some hundreds."""


class StaleFormError(Exception):
    """The form is not of this session: nothing was done."""


class Sent(NamedTuple):
    """The values by the name of their input, the files that came with them, and whether the form is ours."""

    typed: Typed
    files: dict[str, UploadFile]
    is_ours: bool

    def one(self, name: str) -> str:
        """The last value under a name, trimmed."""
        values = self.typed.get(name, ())
        return values[-1].strip() if values else ""


async def values_sent(request: Request) -> Sent:
    """Read the form of a request; it may be of another session, which is told by `is_ours`."""
    form = await request.form(max_fields=MOST_FIELDS, max_files=MOST_FILES)
    typed: dict[str, list[str]] = {}
    files: dict[str, UploadFile] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            typed.setdefault(name, []).append(value)
        elif value.filename:
            files[name] = value
    token = (typed.pop(TOKEN, None) or [""])[-1]
    return Sent(typed, files, _is_ours(request, token))


def _is_ours(request: Request, token: str) -> bool:
    """The token belongs to the session, or to the visit of somebody without one; and no other site sent it."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    held = (request.cookies.get(name, "") for name in (SESSION, VISIT))
    return any(is_form_token(secret, token) for secret in held)


async def ours(sent: Annotated[Sent, Depends(values_sent)]) -> Sent:
    """A form of this session; raises StaleFormError for any other."""
    if not sent.is_ours:
        raise StaleFormError
    return sent


AnyForm = Annotated[Sent, Depends(values_sent)]
Form = Annotated[Sent, Depends(ours)]
