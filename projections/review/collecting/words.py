"""Codes that a person reads as words: a word is its code, with a label in both languages."""

from __future__ import annotations

from typing import Any, Self

from domain.programme.labels import Label
from words.language import LANGUAGES, say


class Word(str):
    """A code with its label. It is compared, sorted and written to JSON as the code alone."""

    __slots__ = ("en", "vi")
    vi: str
    en: str

    def __new__(cls, code: str, vi: str, en: str) -> Self:
        word = super().__new__(cls, code)
        word.vi, word.en = vi, en
        return word

    def __getnewargs__(self) -> tuple[str, str, str]:  # type: ignore[override]  # a word has three
        return str(self), self.vi, self.en


def worded(code: str, label: Label | Any | None) -> str:
    """The code as a word if there is a label for it, else as it stands."""
    return Word(code, label.vi, label.en) if label is not None else code


def keyed(code: str, key: str) -> Word:
    """The code with the words of the catalogues; raises KeyError for a key that has none."""
    return Word(code, *(say(key, language) for language in LANGUAGES))


def said(value: Any, language: str) -> Any:
    """The label of a word in `vi` or `en`; any other value as it is."""
    if isinstance(value, Word):
        return value.en if language == "en" else value.vi
    return value


def code_of(value: Any) -> Any:
    """A word as its plain code, in lists too; any other value as it is."""
    if isinstance(value, list):
        return [code_of(each) for each in value]
    return str(value) if isinstance(value, Word) else value


TOTAL = keyed("total", "review.total")
STAGE = keyed("stage", "column.stage")
LEVELS = {code: keyed(code, f"review.level_{code}") for code in ("PASS", "FAIL")}
EFFECTS = {
    code: keyed(code, f"review.effect_{code}") for code in ("from_now", "from_date", "as_if_never")
}
RESULTS = {
    code: keyed(code, f"review.result_{code}")
    for code in ("stands", "to_be_re_examined", "returned", "not_returned")
}
"""What became of an outcome that had relied on a recognition, or of a reward."""
