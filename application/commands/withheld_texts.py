"""Free text out of events: a salted commitment stays in the event, the text goes beside the log."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from domain.events.free_texts import replaced
from ledger.commit import Text

SALT_BYTES = 16


class Withholder:
    """Replaces every free text of a record by its commitment and keeps the texts for the commit.

    `rehearsal` is the command id in a simulated log: salts then follow from it, so that a scenario
    played again gives the same log to the byte. A real log's salts are random.
    """

    def __init__(self, rehearsal: str = "") -> None:
        self.texts: list[Text] = []
        self._rehearsal = rehearsal

    def text(self, body: str) -> str:
        """Commit to one text; an empty one stays empty."""
        if not body.strip():
            return ""
        withheld = Text.of(self._salt(), body)
        self.texts.append(withheld)
        return withheld.commitment

    def withhold(self, record: Any) -> Any:
        """Answer a copy of a record with commitments in place of its free texts."""
        return replaced(record, self.text)

    def _salt(self) -> bytes:
        if not self._rehearsal:
            return secrets.token_bytes(SALT_BYTES)
        numbered = f"{self._rehearsal}|{len(self.texts)}"
        return hashlib.sha256(numbered.encode()).digest()[:SALT_BYTES]
