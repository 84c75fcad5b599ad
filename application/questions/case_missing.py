"""What is missing before a case can be submitted and decided, told to those who can still bring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from domain.case.lacking import lacking
from words.language import chosen
from words.sentences import Names, nameless, sentence

if TYPE_CHECKING:
    from domain.case.situation import Situation


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """A paper, a mark, an act that is missing: its reason, and the command that will be refused for it.

    `about` is the field that the reason is about: `documents`, `sheet.marks.III.3.value`.
    """

    code: str
    sentence: str
    about: str
    asked_by: str


def missing(situation: Situation, language: str, names: Names = nameless) -> list[Missing]:
    """Everything missing in a case as its situation has it, in the order of the programme's steps."""
    return [
        Missing(
            code=lack.reason.code,
            sentence=sentence(lack.reason, chosen(language), names),
            about=lack.reason.about,
            asked_by=lack.verb,
        )
        for lack in lacking(situation)
    ]
