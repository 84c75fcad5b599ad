"""Why a page is not given to whoever asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


class NobodyHereError(Exception):
    """Nobody has come in, or their session is over: they are asked to, and what they sent is kept."""


class NotForYouError(Exception):
    """A page of the administrator's was asked for by somebody who acts on cases, or the other way round."""


class SecondFactorFirstError(Exception):
    """Somebody who runs the machine has not turned the second factor on yet: until then no other page is theirs."""
