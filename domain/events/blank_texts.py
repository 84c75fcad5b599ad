"""Texts that are what a record is for: who types nothing but blanks there has said nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from domain.events.marks import marks_of
from domain.events.shapes import fields
from domain.refusal import Refusal, refusal

_IN_CLEAR = {"number", "purpose"}
"""Fields in clear that say what a record is for, as every text that is erasable and must be typed does."""


def blank_refusals(record: msgspec.Struct) -> Iterator[Refusal]:
    """A reason for every text of the record that must be typed and is blank; for the number of a paper too."""
    for name in _to_be_said(type(record)):
        if not getattr(record, name).strip():
            code = "number_missing" if name == "number" else "statement_missing"
            yield refusal(code, about=name)


@cache
def _to_be_said(record: type[msgspec.Struct]) -> tuple[str, ...]:
    marks = marks_of(record)
    return tuple(
        field.name
        for field in fields(record)
        if field.required and (marks[field.name].erasable or field.name in _IN_CLEAR)
    )
