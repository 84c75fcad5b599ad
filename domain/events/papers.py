"""The papers that an act names: none of them is dated after the day on which it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from domain.events.base import Document
from domain.events.shapes import arms, fields
from domain.refusal import Refusal, refusal
from words import kinds


def paper_refusals(payload: Any, today: date) -> list[Refusal]:
    """Refuse every paper of a later day than today: nobody can have seen it (docs/time.md)."""
    return [
        refusal(
            "paper_in_future",
            about=f"{place}.on",
            document=kinds.document(paper.document),
            on=paper.on,
            today=today,
        )
        for place, paper in _papers(payload)
        if paper.on is not None and paper.on > today
    ]


def _papers(payload: Any) -> Iterator[tuple[str, Document]]:
    if not isinstance(payload, msgspec.Struct):
        return
    for name in _holding(type(payload)):
        held = getattr(payload, name)
        if isinstance(held, Document):
            yield name, held
        elif isinstance(held, list):
            yield from ((f"{name}[{place}]", each) for place, each in enumerate(held))


@cache
def _holding(record: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a record that hold a paper, or several."""
    return tuple(field.name for field in fields(record) if any(map(_is_paper, arms(field.type))))


def _is_paper(kind: inspect.Type) -> bool:
    match kind:
        case inspect.StructType(cls=record):
            return record is Document
        case inspect.ListType(item_type=inner):
            return any(map(_is_paper, arms(inner)))
    return False
