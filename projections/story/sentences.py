"""An act in a sentence: its phrase with the act's values in it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.case.acts import BY_TOPIC
from projections.story.phrases import PHRASES

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{([a-z_.]+)\}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def phrase(topic: str, values: Mapping[str, Any], language: str) -> str:
    """What was done, without who did it and without a full stop; `vi` or `en`."""
    key = topic if topic in PHRASES else f"{topic}={values.get(BY_TOPIC[topic].worded_by, False)}"
    wording = PHRASES[key][language == "en"]

    def kept(optional: re.Match[str]) -> str:
        fields = _FIELD.findall(optional[1])
        return optional[1] if all(field in values for field in fields) else ""

    return _FIELD.sub(lambda field: _said(values.get(field[1])), _OPTIONAL.sub(kept, wording))


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
