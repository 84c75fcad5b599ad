"""Notes who looked at a member's file: once a day for each account, with how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.beside import readings
from ledger.beside.readings import Reading

if TYPE_CHECKING:
    from web.asked import Asked

_MEMBER = "member:"


def note_look(asked: Asked, subject: str) -> None:
    """Of a member's file, by anybody but themselves."""
    if not subject.startswith(_MEMBER) or subject == f"{_MEMBER}{asked.person}":
        return
    at = asked.desk.instant()
    seen = Reading(at[:10], asked.account.id, subject, asked.person, at, 1)
    readings.note(asked.desk.ledger, seen)
