"""Why a command is refused: a code with its values, and the sentence a person reads."""

from __future__ import annotations

import re

from domain.events.base import Data
from domain.sentences import SENTENCES

_DAY = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-])", re.ASCII)
"""A date by itself in a value: shown as 05/12/2024, as tables show it."""


class Refusal(Data, frozen=True, kw_only=True):
    """One reason for a refusal. `code` is counted; the sentence is made when it is shown."""

    code: str
    values: dict[str, str] = {}

    def sentence(self, language: str = "vi") -> str:
        """Answer the reason as a sentence in `vi` or `en`."""
        vietnamese, english = SENTENCES[self.code]
        said = {name: _DAY.sub(r"\3/\2/\1", value) for name, value in self.values.items()}
        return (english if language == "en" else vietnamese).format(**said)


class RefusedError(Exception):
    """A command that is refused, with every reason."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__("; ".join(refusal.sentence("en") for refusal in refusals))
        self.refusals = refusals


def refusal(code: str, **values: object) -> Refusal:
    """Make a refusal; an unknown code is a bug and raises KeyError."""
    SENTENCES[code]
    return Refusal(code=code, values={key: str(value) for key, value in values.items()})


def refuse_if_any(refusals: list[Refusal]) -> None:
    """Raise RefusedError with all the reasons, if there are any."""
    if refusals:
        raise RefusedError(refusals)
