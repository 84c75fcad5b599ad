"""Drafts of forms: kept when something was typed, found again when the form is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ledger.beside import drafts
from ledger.beside.drafts import Draft

if TYPE_CHECKING:
    from web.acts.giving import Giving
    from web.acts.paths import Typed
    from web.asked import Asked

LARGEST = 1_000_000
"""Characters of a draft; what is longer is not kept, and its page says so by keeping what was typed on itself."""
_TYPED = msgspec.json.Decoder(dict[str, list[str]])


def keep(giving: Giving) -> str:
    """Keep what was typed into a form; the instant, ISO."""
    asked = giving.asked
    typed = {name: [*values] for name, values in giving.typed.items() if not name.startswith("_")}
    return keep_typed(asked, giving.about, giving.verb, typed)


def keep_typed(asked: Asked, about: str, verb: str, typed: Typed) -> str:
    """The same of values that came another way."""
    at = asked.desk.instant()
    body = msgspec.json.encode(typed).decode()
    kept = Draft(asked.account.id, about, verb, body, at)
    if len(body) <= LARGEST:
        drafts.save(asked.desk.ledger, [kept])
    return at


def found(asked: Asked, about: str, verb: str) -> tuple[dict[str, list[str]], str]:
    """What was typed and when; nothing where there is no draft."""
    kept = drafts.draft_of(asked.desk.ledger, asked.account.id, about, verb)
    return (_TYPED.decode(kept.body), kept.saved_at) if kept else ({}, "")
