"""Days in the data of a command: read at the door wherever the verb's record holds one, however deep."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect
from msgspec.structs import replace

from domain.events.shapes import arms, fields, is_day, may_be_nothing
from domain.refusal import Refusal, RefusedError, refusal
from words import kinds
from words.days import FIRST, LAST, Why, day_or_why

_CODES: dict[Why, str] = {
    "unreadable": "day_unreadable_at",
    "impossible": "day_impossible_at",
    "far_off": "day_far_off_at",
}


def typed_day(text: str, field: str) -> date:
    """Read a day typed for a field; raise RefusedError, naming the field, where it is none."""
    day_or_reason = day_or_why(text)
    if isinstance(day_or_reason, date):
        return day_or_reason
    values = {"field": kinds.field(field), "text": text.strip()}
    if day_or_reason == "far_off":
        values |= {"first": kinds.ordinal(FIRST), "last": kinds.ordinal(LAST)}
    raise RefusedError([refusal(_CODES[day_or_reason], about=field, **values)])


class _Place(NamedTuple):
    """What may stand at a place in data; `fields` are those of a record, `item` is of a list or a mapping."""

    is_day: bool = False
    may_be_nothing: bool = False
    fields: dict[str, _Place] | None = None
    item: _Place | None = None
    holds_days: bool = False


def days_read(
    data: dict[str, Any], record: type[msgspec.Struct]
) -> tuple[dict[str, Any], list[Refusal]]:
    """The data with every typed day as a date, and a reason for every one that is none."""
    wrong: list[Refusal] = []
    read: dict[str, Any] = _read(data, _of_record(record), "", wrong)
    return read, wrong


def _read(value: Any, place: _Place | None, path: str, wrong: list[Refusal]) -> Any:
    if place is None or not place.holds_days:
        return value
    if isinstance(value, str):
        return _day(value, place, path, wrong) if place.is_day else value
    if isinstance(value, dict):
        return {
            key: _read(item, _under(place, key), f"{path}.{key}" if path else str(key), wrong)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_read(item, place.item, f"{path}[{at}]", wrong) for at, item in enumerate(value)]
    return value


def _under(place: _Place, key: object) -> _Place | None:
    return place.item if place.fields is None else place.fields.get(str(key))


def _day(text: str, place: _Place, path: str, wrong: list[Refusal]) -> date | str | None:
    """A day; nothing where nothing is typed and none need be."""
    if not text.strip() and place.may_be_nothing:
        return None
    try:
        return typed_day(text, path)
    except RefusedError as refused:
        field = kinds.of("typed_field", path)
        wrong.extend(
            replace(each, values={**each.values, "field": field}) for each in refused.refusals
        )
        return text


@cache
def _of_record(record: type[msgspec.Struct]) -> _Place:
    inner = {field.encode_name: _place(field.type) for field in fields(record)}
    return _Place(fields=inner, holds_days=any(each.holds_days for each in inner.values()))


def _place(kind: inspect.Type) -> _Place:
    place = _Place(is_day(kind), may_be_nothing(kind))
    for each in arms(kind):
        match each:
            case inspect.StructType(cls=record):
                place = place._replace(fields=_of_record(record).fields)
            case inspect.ListType(item_type=inner) | inspect.DictType(value_type=inner):
                place = place._replace(item=_place(inner))
    below = [*(place.fields or {}).values(), *([place.item] if place.item else [])]
    return place._replace(holds_days=place.is_day or any(each.holds_days for each in below))
