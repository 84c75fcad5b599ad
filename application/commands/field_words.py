"""Reasons about fields of data, each field called as the form of its command calls it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from domain.refusal import RefusedError
from words.kinds import Said
from words.language import find, say

if TYPE_CHECKING:
    from words.language import Language

_NAME = re.compile(r"[^.\[\]]+(?=$|[.\[])")
"""The names in a path, `documents[0].on`, without the places in lists."""


def in_words_of(verb: str, refused: RefusedError) -> RefusedError:
    """The same reasons, with the words that the command has for its fields where they are others than everywhere."""
    return RefusedError(
        [
            replace(
                each, values={name: _called(verb, value) for name, value in each.values.items()}
            )
            for each in refused.refusals
        ]
    )


def _called(verb: str, value: Said) -> Said:
    if value.kind == "list":
        return replace(value, value=tuple(_called(verb, each) for each in value.value))
    if value.kind != "typed_field" or value.vi:
        return value
    path = str(value.value)
    *holders, name = _NAME.findall(path) or [""]
    key = f"field.{holders[-1] if holders else verb}.{name}"
    return replace(value, vi=_titled(key, path, "vi"), en=_titled(key, path, "en"))


def _titled(key: str, path: str, language: Language) -> str:
    title = find(key, language)
    return say("shown.typed_field", language, title=title, path=path) if title else ""
