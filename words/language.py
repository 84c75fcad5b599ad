"""The language chosen, and the words for a key in it."""

from __future__ import annotations

from typing import TypeAlias

from words.catalogue import catalogue

Language: TypeAlias = str
"""`vi` or `en`."""
LANGUAGES: tuple[Language, ...] = ("vi", "en")


def chosen(text: str) -> Language:
    """The language meant by `vi`, `en`, `en_GB.UTF-8`; Vietnamese where it is neither."""
    return "en" if text.startswith("en") else "vi"


def say(key: str, language: Language, /, **values: object) -> str:
    """The words for a key, its placeholders filled in; raises KeyError for an unknown key."""
    return catalogue(language)[key].format(**values)


def in_both(key: str) -> tuple[str, str]:
    """The words for a key in Vietnamese and in English; raises KeyError for an unknown key."""
    return say(key, "vi"), say(key, "en")


def find(key: str, language: Language) -> str | None:
    """The words for a key as they stand, None where there are none."""
    return catalogue(language).get(key)
