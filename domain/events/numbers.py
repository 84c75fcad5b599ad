"""Numbers in records: what no form would take is refused wherever a record holds one, however deep."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from domain.events.shapes import arms, fields
from domain.refusal import Refusal, refusal
from words import kinds

LARGEST = 10**15
PLACES = 6
"""Digits after the point: shares and money of any programme have fewer."""
_NUMBERS = (inspect.IntType, inspect.DecimalType, inspect.FloatType)


def number_refusals(record: msgspec.Struct, path: str = "") -> Iterator[Refusal]:
    """Every number of a record that is none, is negative, too large or too finely divided."""
    for name in _leading_to_numbers(type(record)):
        yield from _refused(getattr(record, name), f"{path}.{name}" if path else name)


def _refused(value: Any, path: str) -> Iterator[Refusal]:
    if isinstance(value, msgspec.Struct):
        yield from number_refusals(value, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _refused(item, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for place, item in enumerate(value):
            yield from _refused(item, f"{path}[{place}]")
    elif isinstance(value, int | Decimal) and (code := _wrong(Decimal(value))):
        values = {"field": kinds.of("typed_field", path), "most": LARGEST, "places": PLACES}
        yield refusal(code, about=path, **values)


def _wrong(number: Decimal) -> str:
    if not number.is_finite():
        return "number_is_none"
    if number < 0:
        return "number_negative"
    if number > LARGEST:
        return "number_too_large"
    exponent = number.as_tuple().exponent
    return "number_too_fine" if isinstance(exponent, int) and exponent < -PLACES else ""


@cache
def _leading_to_numbers(record: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record) if _holds_numbers(field.type))


def _holds_numbers(kind: inspect.Type) -> bool:
    return any(_is_or_holds(each) for each in arms(kind))


def _is_or_holds(kind: inspect.Type) -> bool:
    match kind:
        case inspect.StructType(cls=record):
            return bool(_leading_to_numbers(record))
        case inspect.ListType(item_type=inner) | inspect.DictType(value_type=inner):
            return _holds_numbers(inner)
    return isinstance(kind, _NUMBERS)
