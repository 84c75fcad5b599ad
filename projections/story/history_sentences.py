"""An act in a sentence: its phrase with the act's values in it.

The phrase is the word `story.<topic>`, or `story.<topic>=<value>` where the act's deciding field
(`ActKind.worded_by`) says which. `{field}` stands for a value of the act; `[…]` is left out where a
value in it is missing.
"""

import re
from collections.abc import Mapping

from domain.case.acts import BY_TOPIC
from words.catalogue import catalogue
from words.kinds import Said
from words.language import Language, find
from words.sentences import Names, nameless, of
from words.values import NOTHING

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{([a-z_.]+)\}")


def phrase(
    topic: str, values: Mapping[str, Said], language: Language, names: Names = nameless
) -> str:
    """What was done, without who did it and without a full stop; `vi` or `en`."""
    wording = find(f"story.{topic}", language) or _worded(topic, values, language)

    def kept(optional: re.Match[str]) -> str:
        fields = _FIELD.findall(optional[1])
        return optional[1] if all(field in values for field in fields) else ""

    def said(field: re.Match[str]) -> str:
        value = values.get(field[1])
        return of(value, language, names) if value else NOTHING

    return _FIELD.sub(said, _OPTIONAL.sub(kept, wording))


def _worded(topic: str, values: Mapping[str, Said], language: Language) -> str:
    """The wording of an act whose deciding field says which."""
    decisive = values.get(BY_TOPIC[topic].worded_by)
    key = f"story.{topic}={str(decisive).rpartition('.')[2] if decisive else False}"
    return catalogue(language)[key]
