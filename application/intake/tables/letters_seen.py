"""Letters as people see them: one form for each, none that cannot be seen, and no remains of other code pages."""

from __future__ import annotations

import re

from application.intake.tables.grid import Doubt
from domain.ids import written_once

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff]")
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_OF_OTHER_ALPHABETS = re.compile("[ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ¡¢£¤¥¦¨©ª¬®¯±´µ¶¸¹º¼½¾¿]")
"""Letters and signs between U+00A1 and U+00FF that Vietnamese has not: TCVN3 and VNI put theirs there."""
_READ_WRONGLY_AS = ("cp1252", "cp1258")


def seen(text: str) -> str:
    """The text without what cannot be seen, every blank a plain one, each letter in one form (NFC)."""
    return written_once(_BLANKS.sub(" ", _UNSEEN.sub("", text.replace("\r\n", "\n"))))


def doubt_of(text: str) -> Doubt:
    """Whether a text was typed for an old font or read in a wrong code page."""
    if text.isascii():
        return ""
    if "\ufffd" in text or any(_is_utf_8_read_as(text, page) for page in _READ_WRONGLY_AS):
        return "cell_broken_letters"
    return "cell_old_letters" if _OF_OTHER_ALPHABETS.search(text) else ""


def _is_utf_8_read_as(text: str, page: str) -> bool:
    """Whether the bytes of the text in a code page are UTF-8: then UTF-8 was read in that page."""
    try:
        return text.encode(page).decode("utf-8") != text
    except UnicodeError:
        return False
