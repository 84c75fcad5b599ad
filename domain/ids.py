"""What an id may be, so that one thing has one name: of a unit, a person, an organ, a mandate, a meeting."""

from __future__ import annotations

from unicodedata import normalize

LONGEST = 100
"""Characters: an id stands in names of streams, in tags and in their indexes."""


def written_once(text: str) -> str:
    """The text in the one form in which it is kept: NFC, without blanks around it."""
    text = text.strip()
    return text if text.isascii() else normalize("NFC", text)


def is_usable(text: str) -> bool:
    """Whether a text may be an id: printable, no “/” or “:”, no blank but a single one between words."""
    return (
        0 < len(text) <= LONGEST
        and text.isprintable()
        and "/" not in text
        and ":" not in text
        and " ".join(written_once(text).split(" ")) == text
        and "  " not in text
    )
