"""Words of both languages side by side, as pages of documentation have them, and the heads of those pages."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from words.language import LANGUAGES, Language, say

if TYPE_CHECKING:
    from collections.abc import Callable


def head(page: str) -> str:
    """What stands at the top of a page, in both languages: `documents/templates/<page>.md`."""
    return resources.files("documents").joinpath("templates", f"{page}.md").read_text("utf-8")


def both(key: str, **values: object) -> str:
    """The words for a key in Vietnamese and in English, once where they are the same."""
    return together(lambda language: say(key, language, **values))


def together(words: Callable[[Language], str]) -> str:
    """`vi / en`, once where they are the same."""
    vi, en = (words(language) for language in LANGUAGES)
    return f"{vi} / {en}" if vi != en else vi
