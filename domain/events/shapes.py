"""What a record is made of, as msgspec describes it: its fields, what may stand in one, records inside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec import inspect


@cache
def fields(record: type[msgspec.Struct]) -> tuple[inspect.Field, ...]:
    """The fields of a record, described; raises TypeError for what is no record."""
    described = inspect.type_info(record)
    if not isinstance(described, inspect.StructType):
        raise TypeError(record)
    return described.fields


def arms(kind: inspect.Type) -> Iterator[inspect.Type]:
    """Everything that may stand in a field, without marks and unions."""
    match kind:
        case inspect.Metadata(type=inner):
            yield from arms(inner)
        case inspect.UnionType(types=types):
            for each in types:
                yield from arms(each)
        case _:
            yield kind


def is_day(kind: inspect.Type) -> bool:
    """Whether a day may stand there."""
    return any(isinstance(each, inspect.DateType) for each in arms(kind))


def may_be_nothing(kind: inspect.Type) -> bool:
    """Whether nothing may stand there."""
    return any(isinstance(each, inspect.NoneType) for each in arms(kind))


def record_in(kind: inspect.Type) -> type[msgspec.Struct] | None:
    """The record that may stand there by itself, None where there is none."""
    return next((each.cls for each in arms(kind) if isinstance(each, inspect.StructType)), None)
