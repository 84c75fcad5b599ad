"""Text as Word can hold it."""

from __future__ import annotations

import re

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold: control characters, halves of characters."""


def plain(text: str) -> str:
    """The text with a mark in the place of each character that no file of Word may hold."""
    return _UNFIT.sub("\ufffd", text)
