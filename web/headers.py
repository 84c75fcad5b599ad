"""What every answer carries: a policy that lets nothing from elsewhere run, and that pages are not kept by browsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


def add_always(response: Response) -> Response:
    """The same for an answer that is made outside of `Headers`: that to a fault of ours."""
    response.headers.update({**_ALWAYS, "cache-control": "no-store"})
    return response


class Headers:
    """Adds them to every answer; what stands under `/static` may be kept, since its address changes with it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers[name] = value
                kept = scope["path"].startswith("/static/")
                headers.setdefault(
                    "cache-control", "max-age=31536000, immutable" if kept else "no-store"
                )
            await send(message)

        await self.app(scope, receive, with_headers)
