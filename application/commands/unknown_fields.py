"""Fields that data have and their record has not: a misspelt one is never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec

from words.language import LANGUAGES, find
from words.nearness import nearest

Record = type[msgspec.Struct]


class Unknown(NamedTuple):
    """A field by its path (`sheet.marks[0].pionts`), and the few it may have been meant for, the nearest first."""

    path: str
    nearest: tuple[str, ...]


def all_known(data: dict[str, Any], record: Record) -> bool:
    """Whether the record has every field at the top; a quick look before a longer one."""
    return data.keys() <= fields_of(record).keys()


def unknown_fields(data: Any, kind: Any, path: str = "") -> Iterator[Unknown]:
    """Every field, at any depth, that a record among `kind` has not."""
    if isinstance(data, dict) and (record := record_at(kind)):
        yield from _of_record(data, record, path)
    elif isinstance(data, dict):
        for key, item in data.items():
            yield from unknown_fields(item, item_kind(kind), joined(path, key))
    elif isinstance(data, list | tuple):
        for place, item in enumerate(data):
            yield from unknown_fields(item, item_kind(kind), f"{path}[{place}]")


def known_part(data: Any, kind: Any) -> Any:
    """The data without the fields that are unknown, so that what else does not fit can be told."""
    if isinstance(data, dict):
        record = record_at(kind)
        known = fields_of(record) if record else dict.fromkeys(data)
        return {
            key: known_part(item, field.type if (field := known[key]) else item_kind(kind))
            for key, item in data.items()
            if key in known
        }
    if isinstance(data, list | tuple):
        return [known_part(item, item_kind(kind)) for item in data]
    return data


def _of_record(data: dict[str, Any], record: Record, path: str) -> Iterator[Unknown]:
    fields = fields_of(record)
    for key, item in data.items():
        if key in fields:
            yield from unknown_fields(item, fields[key].type, joined(path, key))
        else:
            near = nearest(str(key), {name: _called(name) for name in fields})
            yield Unknown(joined(path, key), tuple(near))


def _called(field: str) -> list[str]:
    """How a field may be called: as it is typed, and by its titles."""
    titles = (find(f"field.{field}", language) for language in LANGUAGES)
    return [field, *filter(None, titles)]


def joined(path: str, key: Any) -> str:
    """The path of a field below another."""
    return f"{path}.{key}" if path else str(key)


@cache
def fields_of(record: Record) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a record by how they are typed."""
    return {field.encode_name: field for field in msgspec.structs.fields(record)}


def record_at(kind: Any) -> Record | None:
    """The record that a mapping at a place is read as; None where it is a mapping of any keys."""
    arms = arms_of(kind)
    return next(
        (arm for arm in arms if isinstance(arm, type) and issubclass(arm, msgspec.Struct)), None
    )


def item_kind(kind: Any) -> Any:
    """The kind of the items of a list or the values of a mapping; Any where none is said."""
    holders = [arm for arm in arms_of(kind) if get_origin(arm) in (dict, list, tuple)]
    return get_args(holders[0])[-1] if holders else Any


def key_kind(kind: Any) -> str:
    """What the keys of a mapping name, `text` where they name nothing; empty for what is no mapping."""
    keys = [get_args(arm)[0] for arm in arms_of(kind) if get_origin(arm) is dict]
    extras = (each.extra for key in keys for each in getattr(key, "__metadata__", ()))
    named = (extra["kind"] for extra in extras if extra and "kind" in extra)
    return next(named, "text") if keys else ""


def arms_of(kind: Any) -> list[Any]:
    """The kinds that may stand at a place, without what is only said about them."""
    if get_origin(kind) is Annotated:
        return arms_of(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [arm for each in get_args(kind) for arm in arms_of(each)]
    return [kind]
