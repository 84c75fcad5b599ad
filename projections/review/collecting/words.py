"""Codes that a person reads as words: a word is its code, with a label in both languages."""

from __future__ import annotations

from typing import Any, Self

from domain.catalogue import VERBS
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


COMMANDED = {
    verb.event.TOPIC: Word(
        verb.event.TOPIC, *(say(f"verb.{verb.verb}", language) for language in LANGUAGES)
    )
    for verb in VERBS.values()
}
"""Events by the command that leads to them."""
TOTAL = Word("total", "Tổng", "Total")
STAGE = Word("stage", "Giai đoạn", "Stage")
LEVELS = {
    "PASS": Word("PASS", "Công nhận", "Recognised"),
    "FAIL": Word("FAIL", "Không công nhận", "Not recognised"),
}
EFFECTS = {
    "from_now": Word("from_now", "Từ khi huỷ bỏ", "From now on"),
    "from_date": Word("from_date", "Từ một ngày", "From a date"),
    "as_if_never": Word("as_if_never", "Coi như chưa từng công nhận", "As if never made"),
}
RESULTS = {
    "stands": Word("stands", "Giữ nguyên", "Stands"),
    "to_be_re_examined": Word("to_be_re_examined", "Phải thẩm định lại", "To be re-examined"),
    "returned": Word("returned", "Đã nộp lại", "Given back"),
    "not_returned": Word("not_returned", "Chưa nộp lại", "Not given back"),
}
