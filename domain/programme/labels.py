"""Words shown to people, Vietnamese first, and where in a guideline they come from."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

Clauses: TypeAlias = str | list[str]
"""Ids of the clauses that a piece of a programme file carries, such as `KT-STP-2c`."""

Lines: TypeAlias = int | list[int]
"""Line numbers in the guideline's text."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of a programme file: closed keys, never changed once read."""


class Label(Record, frozen=True, kw_only=True):
    """A text in both languages."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """Answer the text in `vi` or `en`."""
        return self.en if language == "en" else self.vi


class Labelled(Label, frozen=True, kw_only=True):
    """Anything that has a label and may say which clause it rests on.

    With `line`, the Vietnamese text is copied from that line of the guideline; `default` is the id
    of the default it rests on where the guideline is silent.
    """

    clause: Clauses = ""
    line: Lines | None = None
    default: str = ""
