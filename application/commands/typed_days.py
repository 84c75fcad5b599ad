"""Days in the data of a command: read at the door wherever the verb's record holds one, however deep."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from domain.events.shapes import arms, fields, is_day, may_be_nothing, within
from domain.refusals import Refusal, RefusedError, refusal
from words import kinds
from words.days import FIRST, LAST, Why, day_or_why

_CODES: dict[Why, str] = {
    "unreadable": "day_unreadable_at",
    "impossible": "day_impossible_at",
    "far_off": "day_far_off_at",
}


def typed_day(text: str, field: str) -> date:
    """Read a day typed for a field; raise RefusedError, naming the field, where it is none."""
    found = day_or_why(text)
    if isinstance(found, date):
        return found
    values = {"field": kinds.field(field), "text": text.strip()}
    if found == "far_off":
        values |= {"first": kinds.ordinal(FIRST), "last": kinds.ordinal(LAST)}
    raise RefusedError([refusal(_CODES[found], about=field, **values)])


def days_read(
    data: dict[str, Any], record: type[msgspec.Struct]
) -> tuple[dict[str, Any], list[Refusal]]:
    """The data with every typed day as a date, and a reason for every one that is none."""
    if not _holds_days(record):
        return data, []
    wrong: list[Refusal] = []
    found: dict[str, Any] = _read(data, _described(record), "", wrong)
    return found, wrong


_described = cache(inspect.type_info)


@cache
def _holds_days(record: type[msgspec.Struct]) -> bool:
    return any(
        is_day(each) or (isinstance(each, inspect.StructType) and _holds_days(each.cls))
        for field in fields(record)
        for each in within(field.type)
    )


def _read(value: Any, kind: inspect.Type, path: str, wrong: list[Refusal]) -> Any:
    if isinstance(value, str):
        return _day(value, kind, path, wrong) if is_day(kind) else value
    if isinstance(value, dict):
        inside = {key: _inside(kind, str(key)) for key in value}
        return {
            key: _into(item, inside[key], f"{path}.{key}", wrong) for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        inner = _inside(kind, "")
        return [_into(item, inner, f"{path}[{at}]", wrong) for at, item in enumerate(value)]
    return value


def _into(value: Any, kind: inspect.Type | None, path: str, wrong: list[Refusal]) -> Any:
    return value if kind is None else _read(value, kind, path.removeprefix("."), wrong)


def _day(text: str, kind: inspect.Type, path: str, wrong: list[Refusal]) -> date | str | None:
    """A day; nothing where nothing is typed and none need be."""
    if not text.strip() and may_be_nothing(kind):
        return None
    try:
        return typed_day(text, path)
    except RefusedError as refused:
        wrong.extend(refused.refusals)
        return text


def _inside(kind: inspect.Type, name: str) -> inspect.Type | None:
    """What a record, a mapping or a list holds under a name; None where it holds nothing there."""
    for each in arms(kind):
        match each:
            case inspect.StructType(fields=fields):
                return next((f.type for f in fields if f.encode_name == name), None)
            case inspect.DictType(value_type=inner) | inspect.ListType(item_type=inner):
                return inner
    return None
