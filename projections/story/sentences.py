"""An act in a sentence: its phrase with the act's values in it.

The phrase is the word `story.<topic>`, or `story.<topic>=<value>` where the act's deciding field
(`ActKind.worded_by`) says which. `{field}` stands for a value of the act; `[…]` is left out where a
value in it is missing.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.case.acts import BY_TOPIC
from words.catalogue import catalogue
from words.language import Language, find

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{([a-z_.]+)\}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def phrase(topic: str, values: Mapping[str, Any], language: Language) -> str:
    """What was done, without who did it and without a full stop; `vi` or `en`."""
    wording = find(f"story.{topic}", language) or _worded(topic, values, language)

    def kept(optional: re.Match[str]) -> str:
        fields = _FIELD.findall(optional[1])
        return optional[1] if all(field in values for field in fields) else ""

    return _FIELD.sub(lambda field: _said(values.get(field[1])), _OPTIONAL.sub(kept, wording))


def _worded(topic: str, values: Mapping[str, Any], language: Language) -> str:
    """The wording of an act whose deciding field says which."""
    key = f"story.{topic}={values.get(BY_TOPIC[topic].worded_by, False)}"
    return catalogue(language)[key]


def day(text: str) -> str:
    """A date as people write it here: 05/12/2024."""
    return date.fromisoformat(text).strftime("%d/%m/%Y")


def _said(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    text = str(value)
    try:
        return day(text) if _DAY.fullmatch(text) else text
    except ValueError:
        return text
