"""An act as named plain values: `sheet.marks.III.3.points`; and what differs between two acts."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from domain.events.base import StepTaken
from projections.story.field_kinds import kinds_of_record
from words.kinds import Kind

Values = dict[str, Any]
_NAMES = ("node", "task", "reason", "document", "reward")
"""What names a record in a list, in this order."""
_EMPTY: tuple[Any, ...] = (None, "", [], {})


def values_of(event: Any) -> Values:
    """The details of a step, or the fields of another event; what is empty is left out."""
    if isinstance(event, StepTaken):
        return dict(_flat(msgspec.to_builtins(event.details), ""))
    plain = msgspec.to_builtins(event)
    plain.pop("relied_on", None)
    return dict(_flat(plain, ""))


def kinds_of(event: Any) -> dict[str, Kind]:
    """What each value of `values_of` is, so that it can be said."""
    return dict(_kinds(event.details if isinstance(event, StepTaken) else event, ""))


def changes(old: Values, new: Values) -> list[dict[str, Any]]:
    """Field by field: the new ones in their order, then those that are no more."""
    return [
        {"field": field, "old": old.get(field), "new": new.get(field)}
        for field in dict.fromkeys((*new, *old))
        if old.get(field) != new.get(field)
    ]


def _flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(inner, _under(path, name))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for name, inner in _named(value):
            yield from _flat(inner, _under(path, name))
    elif value not in _EMPTY:
        yield path, value


def _kinds(record: msgspec.Struct, path: str) -> Iterator[tuple[str, Kind]]:
    for field, kind in kinds_of_record(type(record)).items():
        yield from _kind(getattr(record, field), kind, _under(path, field))


def _kind(value: Any, kind: Kind, path: str) -> Iterator[tuple[str, Kind]]:
    match value:
        case msgspec.Struct():
            yield from _kinds(value, path)
        case dict():
            yield from _each(value.items(), kind, path)
        case [msgspec.Struct(), *_]:
            names = [name for name, _ in _named(msgspec.to_builtins(value))]
            yield from _each(zip(names, value, strict=True), kind, path)
        case _:
            yield path, kind


def _each(items: Iterable[tuple[str, Any]], kind: Kind, path: str) -> Iterator[tuple[str, Kind]]:
    for name, inner in items:
        yield from _kind(inner, kind, _under(path, name))


def _named(records: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each record under its own name, or its number; the second of a name gets `#2`."""
    seen: dict[str, int] = {}
    for number, record in enumerate(records, 1):
        key = next((each for each in _NAMES if each in record), "")
        name = str(record[key]) if key else str(number)
        seen[name] = seen.get(name, 0) + 1
        rest = {field: inner for field, inner in record.items() if field != key}
        says_more = any(inner not in _EMPTY for inner in rest.values())
        yield name if seen[name] == 1 else f"{name}#{seen[name]}", rest if says_more else record


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
