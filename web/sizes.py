"""A request larger than a form of ours can be is refused before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 21 * 1024 * 1024
"""Bytes of a body: a file of 20 MB and what is sent with it."""


class TooLargeError(Exception):
    """The body is larger than `LARGEST`."""


class Sizes:
    """Counts what comes, whatever its header says; raises TooLargeError where it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        come = 0

        async def counted() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > LARGEST:
                raise TooLargeError
            return message

        await self.app(scope, counted, send)
