"""Structure: every key and value of a file that does not fit its record, each at its own place."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, get_args, get_origin

import msgspec

from domain.programme.faults import Fault, Path, structure_fault
from domain.programme.model import Instrument, Programme


def faults(plain: Any) -> list[Fault]:
    """List what does not fit in a tree whose marks of assumption are taken off."""
    kind = plain.get("kind", "programme") if isinstance(plain, dict) else "programme"
    if kind not in list(_RECORDS):
        return [structure_fault(f"Invalid enum value '{kind}'", ("kind",), tuple(_RECORDS))]
    return _of(plain, _RECORDS[kind], ())


_RECORDS = {"programme": Programme, "instrument": Instrument}


def _of(value: Any, kind: Any, at: Path) -> list[Fault]:
    """Look inside what cannot be read, until the innermost things that do not fit are found."""
    try:
        msgspec.convert({_HELD: value}, _holder(kind))
    except msgspec.ValidationError as error:
        message = str(error).replace(f"`$.{_HELD}", "`$")
        inside = _inside(value, _fitting(value, kind), at)
        return inside or [structure_fault(message, at, _choices(kind))]
    return []


_HELD = "held"


@cache
def _holder(kind: Any) -> type[msgspec.Struct]:
    """A record with one value of a kind, made once.

    msgspec 0.22 crashes when it forgets a kind with two patterns, such as the sources of a step;
    it keeps those of records.
    """
    return msgspec.defstruct("Holder", [(_HELD, kind)])


def _inside(value: Any, kind: Any, at: Path) -> list[Fault]:
    if isinstance(value, dict) and _is_record(kind):
        return _record(value, kind, at)
    arguments = get_args(kind)
    faults: list[Fault] = []
    if isinstance(value, dict) and get_origin(kind) is dict:
        for key, item in value.items():
            faults.extend(_of(str(key), arguments[0], (*at, str(key))))
            faults.extend(_of(item, arguments[1], (*at, str(key))))
    elif isinstance(value, list) and get_origin(kind) is not dict and _holds(kind):
        for place, item in enumerate(value):
            faults.extend(_of(item, arguments[0], (*at, place)))
    return faults


def _record(value: dict[Any, Any], record: Any, at: Path) -> list[Fault]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(record)}
    faults = [
        structure_fault(f"Object missing required field `{name}`", at)
        for name, field in fields.items()
        if field.required and name not in value
    ]
    for key, item in value.items():
        if key in fields:
            faults.extend(_of(item, fields[key].type, (*at, key)))
        elif item is None and " " in str(key):
            faults.append(structure_fault(f"Text cut at a comma `{key}`", (*at, str(key))))
        else:
            message = f"Object contains unknown field `{key}`"
            nearest = get_close_matches(str(key), fields) or fields
            faults.append(structure_fault(message, at, tuple(nearest)))
    return faults


def _fitting(value: Any, kind: Any) -> Any:
    """Of the kinds that may stand at a place, the one that the value looks like."""
    if _holds(kind) or _is_record(kind):
        return kind
    fits = _is_record if isinstance(value, dict) else _holds
    arms = [arm for arm in get_args(kind) if fits(arm)]
    return arms[0] if arms else kind


def _holds(kind: Any) -> bool:
    return get_origin(kind) in (dict, list, tuple)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _choices(kind: Any) -> tuple[object, ...]:
    """The words that may stand at a place, where they are counted up."""
    literals = [arm for arm in (kind, *get_args(kind)) if get_origin(arm) is Literal]
    return get_args(literals[0]) if literals else ()
