"""Free text out of events: a salted commitment stays in the event, the text goes beside the log."""

from __future__ import annotations

import secrets
from typing import Any

from ledger.commit import Text
from projections.free_texts import replaced

SALT_BYTES = 16


class Sealer:
    """Replaces every free text of a record by its commitment and keeps the texts for the commit."""

    def __init__(self) -> None:
        self.texts: list[Text] = []

    def text(self, body: str) -> str:
        """Commit to one text; an empty one stays empty."""
        if not body.strip():
            return ""
        sealed = Text.of(secrets.token_bytes(SALT_BYTES), body)
        self.texts.append(sealed)
        return sealed.commitment

    def seal(self, record: Any) -> Any:
        """Answer a copy of a record with commitments in place of its free texts."""
        return replaced(record, self.text)
