"""Reasons about places in data, each told as the form of its command calls it, and by what stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from application.commands.unknown_fields import fields_of, item_kind, key_kind, record_at
from domain.events.marks import marks_of
from domain.refusal import RefusedError
from words import kinds
from words.kinds import Kind, Said
from words.places import Place, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.catalogue import Verb

_NAME, _ITEM = re.compile(r"[^.\[\]]+"), re.compile(r"\[(\d+)\]")
_TELLING: tuple[Kind, ...] = (
    "criterion", "reason", "document", "person", "unit", "organ", "subject",
)  # fmt: skip
"""What an item of a list is about, where a field of its record names one of these."""


def in_words_of(verb: Verb, data: dict[str, Any], refused: RefusedError) -> RefusedError:
    """The same reasons, each place in the data told step by step: which item, about what."""
    return RefusedError(
        [
            replace(
                each,
                values={name: _placed(verb, data, value) for name, value in each.values.items()},
            )
            for each in refused.refusals
        ]
    )


def _placed(verb: Verb, data: dict[str, Any], value: Said) -> Said:
    if value.kind == "list":
        return replace(value, value=tuple(_placed(verb, data, each) for each in value.value))
    if value.kind != "typed_field" or not isinstance(value.value, str):
        return value
    return replace(value, value=place_in(verb, data, value.value))


def place_in(verb: Verb, data: dict[str, Any], path: str) -> Place:
    """The place of a path in the data of a command, `sheet.marks[2].points`."""
    return Place(path, tuple(_steps(path, data, verb.payload, verb.verb)))


def _steps(path: str, value: Any, kind: Any, of: str) -> Iterator[Step]:
    name = _NAME.match(path)
    if name is None:
        return
    field, rest = name[0], path[name.end() :]
    record = record_at(kind)
    known = fields_of(record).get(field) if record else None
    value, kind = _below(value, field), known.type if known else Any
    item, about = 0, None
    while at := _ITEM.match(rest):
        item, rest = int(at[1]) + 1, rest[at.end() :]
        value, kind = _below(value, item - 1), item_kind(kind)
        about = _about(value, kind)
    if rest and (named := key_kind(kind)):
        key = _key(rest[1:], value)
        value, kind, rest = _below(value, key), item_kind(kind), rest[1 + len(key) :]
        about = Said(named if named in _TELLING else "text", key)
    yield Step(field, of, item, about)
    yield from _steps(rest.removeprefix("."), value, kind, field)


def _below(value: Any, at: str | int) -> Any:
    """What stands at a key or an item; nothing where there is none."""
    try:
        return value[at]
    except (KeyError, IndexError, TypeError):
        return None


def _key(rest: str, value: Any) -> str:
    """The key that a path goes on with: one that is there may have dots of its own."""
    there = [str(key) for key in value] if isinstance(value, dict) else []
    fitting = [key for key in there if rest == key or rest.startswith((f"{key}.", f"{key}["))]
    return max(fitting, key=len, default=rest)


def _about(value: Any, kind: Any) -> Said | None:
    record = record_at(kind)
    if record is None or not isinstance(value, dict):
        return None
    found = (
        (marks.kind, value.get(_typed(record, name))) for name, marks in marks_of(record).items()
    )
    named = ((each, code) for each, code in found if each in _TELLING and code)
    return next((kinds.of(each, code) for each, code in named if isinstance(code, str)), None)


def _typed(record: type[msgspec.Struct], name: str) -> str:
    return next(key for key, field in fields_of(record).items() if field.name == name)
