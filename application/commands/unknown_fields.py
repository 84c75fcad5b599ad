"""Fields that data have and their record has not: a misspelt one is never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec

Record = type[msgspec.Struct]


class Unknown(NamedTuple):
    """A field by its path (`sheet.marks[0].pionts`), and the fields it may have been meant for."""

    path: str
    nearest: tuple[str, ...]


def all_known(data: dict[str, Any], record: Record) -> bool:
    """Whether the record has every field at the top; a quick look before a longer one."""
    return data.keys() <= _fields(record).keys()


def unknown_fields(data: Any, kind: Any, path: str = "") -> Iterator[Unknown]:
    """Every field, at any depth, that a record among `kind` has not."""
    if isinstance(data, dict) and (record := _record(kind)):
        yield from _of_record(data, record, path)
    elif isinstance(data, dict):
        for key, item in data.items():
            yield from unknown_fields(item, _item_kind(kind), _joined(path, key))
    elif isinstance(data, list | tuple):
        for place, item in enumerate(data):
            yield from unknown_fields(item, _item_kind(kind), f"{path}[{place}]")


def known_part(data: Any, kind: Any) -> Any:
    """The data without the fields that are unknown, so that what else does not fit can be told."""
    if isinstance(data, dict):
        record = _record(kind)
        kinds = _fields(record) if record else dict.fromkeys(data, _item_kind(kind))
        return {key: known_part(item, kinds[key]) for key, item in data.items() if key in kinds}
    if isinstance(data, list | tuple):
        return [known_part(item, _item_kind(kind)) for item in data]
    return data


def _of_record(data: dict[str, Any], record: Record, path: str) -> Iterator[Unknown]:
    fields = _fields(record)
    for key, item in data.items():
        if key in fields:
            yield from unknown_fields(item, fields[key], _joined(path, key))
        else:
            nearest = get_close_matches(str(key), fields, n=1) or fields
            yield Unknown(_joined(path, key), tuple(nearest))


def _joined(path: str, key: Any) -> str:
    return f"{path}.{key}" if path else str(key)


@cache
def _fields(record: Record) -> dict[str, Any]:
    return {field.encode_name: field.type for field in msgspec.structs.fields(record)}


def _record(kind: Any) -> Record | None:
    """The record that a mapping at a place is read as; None where it is a mapping of any keys."""
    arms = _arms(kind)
    return next(
        (arm for arm in arms if isinstance(arm, type) and issubclass(arm, msgspec.Struct)), None
    )


def _item_kind(kind: Any) -> Any:
    """The kind of the items of a list or the values of a mapping; Any where none is said."""
    holders = [arm for arm in _arms(kind) if get_origin(arm) in (dict, list, tuple)]
    return get_args(holders[0])[-1] if holders else Any


def _arms(kind: Any) -> list[Any]:
    """The kinds that may stand at a place, without what is only said about them."""
    if get_origin(kind) is Annotated:
        return _arms(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [arm for each in get_args(kind) for arm in _arms(each)]
    return [kind]
