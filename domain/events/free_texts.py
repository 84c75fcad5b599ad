"""Where events hold free text: found once for each type by its annotation, then read or replaced."""

from collections.abc import Callable
from functools import cache
from typing import Any, get_args

import msgspec
from msgspec import inspect

from domain.events.base import Text

_ERASABLE = get_args(Text)[1].extra
_IS_TEXT = "text"
Spot = str | type[msgspec.Struct]
"""A free text itself, or a record that holds some."""


@cache
def spots(record: type[msgspec.Struct]) -> dict[str, Spot]:
    """The fields of a record that are or may hold free text, alone or in lists and by keys."""
    described = inspect.type_info(record)
    if not isinstance(described, inspect.StructType):
        raise TypeError(record)
    by_name = {field.name: _spot(field.type) for field in described.fields}
    return {name: spot for name, spot in by_name.items() if spot is not None}


def _spot(kind: inspect.Type) -> Spot | None:
    match kind:
        case inspect.Metadata(extra=extra) if extra == _ERASABLE:
            return _IS_TEXT
        case inspect.Metadata(type=inner):
            return _spot(inner)
        case inspect.StructType(cls=record):
            return record if spots(record) else None
        case inspect.ListType(item_type=inner) | inspect.DictType(value_type=inner):
            return _spot(inner)
        case inspect.UnionType(types=types):
            return next((spot for spot in map(_spot, types) if spot is not None), None)
    return None


def replaced(record: Any, change: Callable[[str], str]) -> Any:
    """A copy of a record with every free text changed; empty ones stay empty."""
    kind: type[msgspec.Struct] = type(record)
    changed = {
        name: _changed(getattr(record, name), spot, change) for name, spot in spots(kind).items()
    }
    return msgspec.structs.replace(record, **changed) if changed else record


def _changed(value: Any, spot: Spot, change: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value) if value and spot == _IS_TEXT else value
        case list():
            return [_changed(item, spot, change) for item in value]
        case dict():
            return {key: _changed(item, spot, change) for key, item in value.items()}
        case msgspec.Struct():
            return replaced(value, change)
    return value


def free_texts(record: Any) -> list[str]:
    """Every free text of a record that is not empty; in an event of the log, their commitments."""
    texts: list[str] = []

    def keep(text: str) -> str:
        texts.append(text)
        return text

    replaced(record, keep)
    return texts
