"""A field that an act changed, and what stood there, in words: `sheet.marks.III.3.points`, `true`, `2024-12-05`."""

from __future__ import annotations

import re
from datetime import date

from words import sentences, values
from words.kinds import Kind
from words.language import Language, find
from words.sentences import Names

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ORGAN = re.compile(r"[^\s/]+/[a-z_]+")
_BETWEEN = " – "


def changed_field(path: str, kind: Kind, language: Language, names: Names) -> str:
    """Each part of the path that has words, and the ids between them as they are (`III.3`)."""
    del kind, names
    told: list[str] = []
    plain: list[str] = []
    for part in path.split("."):
        keys = (f"{of}.{part}" for of in ("field", "event", "column"))
        words = next(filter(None, (find(key, language) for key in keys)), None)
        if words is None:
            plain.append(part)
            continue
        told += [*_joined(plain), words]
        plain = []
    return _BETWEEN.join([*told, *_joined(plain)])


def _joined(parts: list[str]) -> list[str]:
    return [".".join(parts)] if parts else []


def changed_value(text: str, kind: Kind, language: Language, names: Names) -> str:
    """A day, yes or no, a level, a subject, an organ; anything else was typed and stays as it is."""
    del kind
    if text in {"true", "false"}:
        return values.yes_no(text == "true", language)
    if _DAY.fullmatch(text):
        return _day(text, language)
    if _ORGAN.fullmatch(text):
        return sentences.word(text, "organ", language, names)
    if text.partition(":")[0] in {"unit", "member"}:
        return sentences.word(text, "subject", language, names)
    return find(f"level.{text}", language) or text


def _day(text: str, language: Language) -> str:
    try:
        return values.day(date.fromisoformat(text), language)
    except ValueError:
        return text
