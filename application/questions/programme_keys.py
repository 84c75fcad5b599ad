"""What the keys of a programme file mean: `programmes/keys/keys.yaml` beside the records they belong to."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import msgspec.inspect as shape

from application.intake.programme_files import load
from application.questions.defaults import Words
from domain.programme.model import Instrument, Programme

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYWHERE = "everywhere"
NODE_KINDS = "node kinds"
GUARDS = "guards"
LINE = "scenario line"


class Key(NamedTuple):
    """One key of a part: `takes` is its type."""

    name: str
    means: Words
    takes: shape.Type
    required: bool
    default: Any = None


class Part(NamedTuple):
    """A record of a programme file, with its keys in the order of the model."""

    name: str
    keys: list[Key]


@cache
def catalogue() -> dict[str, dict[str, Words]]:
    """Every explanation, by part and key."""
    path = Path(str(resources.files("programmes"))) / "keys" / "keys.yaml"
    return msgspec.convert(load(path)[0], dict[str, dict[str, Words]])


@cache
def parts() -> dict[str, Part]:
    """Every part of a programme file by its name, the whole file first."""
    found: dict[str, Part] = {}
    for record in (Programme, Instrument):
        for each in _records(shape.type_info(record), set()):
            found.setdefault(each.cls.__name__, _part(each))
    return found


def explained(part: str, key: str) -> Words:
    """What a key of a part means. Raises KeyError where nothing is written of it."""
    own = catalogue().get(part, {})
    return own[key] if key in own else catalogue()[EVERYWHERE][key]


def _part(record: shape.StructType) -> Part:
    name = record.cls.__name__
    return Part(name, [_key(name, field) for field in record.fields])


def _key(part: str, field: shape.Field) -> Key:
    name = field.encode_name
    default = None if field.default is msgspec.NODEFAULT else field.default
    return Key(name, explained(part, name), field.type, field.required, default)


def _records(found: shape.Type, met: set[type]) -> Iterator[shape.StructType]:
    """The records in a type, each once, outer ones first."""
    if isinstance(found, shape.StructType):
        if found.cls in met:
            return
        met.add(found.cls)
        yield found
        inner = [field.type for field in found.fields]
    else:
        inner = [*_held(found)]
    for each in inner:
        yield from _records(each, met)


def _held(found: shape.Type) -> Iterator[shape.Type]:
    """The types that one type is made of: those of a union, what a list or a mapping holds."""
    if isinstance(found, shape.UnionType):
        yield from found.types
    held = (getattr(found, name, None) for name in ("item_type", "key_type", "value_type"))
    yield from (each for each in held if isinstance(each, shape.Type))


def line_keys() -> dict[str, Words]:
    """What the keys of a line of a scenario mean, in its order."""
    return catalogue()[LINE]
