"""Structure, section by section, so that one wrong key does not hide the others."""

from __future__ import annotations

from typing import Any

import msgspec

from domain.programme.faults import Fault, structure_fault
from domain.programme.model import Instrument, Programme


def faults(plain: Any) -> list[Fault]:
    """List structure faults: not a mapping, missing sections, keys and values that do not belong."""
    if not isinstance(plain, dict):
        return [structure_fault("Expected `object` - at `$`")]
    record = Instrument if plain.get("kind") == "instrument" else Programme
    fields = {field.encode_name: field for field in msgspec.structs.fields(record)}
    missing = [name for name, field in fields.items() if field.required and name not in plain]
    found = [
        structure_fault(f"Object missing required field `{name}` - at `$`") for name in missing
    ]
    for name, value in plain.items():
        if name not in fields:
            found.append(
                _placed((name,), structure_fault(f"Object contains unknown field `{name}`"))
            )
        else:
            found.extend(_section(name, value, fields[name].type))
    return found


def _section(name: str, value: Any, kind: Any) -> list[Fault]:
    """A section's entries one by one where it is a mapping of records, else as a whole."""
    arguments: tuple[Any, ...] = getattr(kind, "__args__", ())
    if isinstance(value, dict) and getattr(kind, "__origin__", None) is dict:
        found = []
        for key, item in value.items():
            found.extend(_converted((name, str(key)), item, arguments[1]))
        return found
    return _converted((name,), value, kind)


def _converted(at: tuple[str | int, ...], value: Any, kind: Any) -> list[Fault]:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        return [_placed(at, structure_fault(str(error)))]
    return []


def _placed(at: tuple[str | int, ...], fault: Fault) -> Fault:
    return Fault((*at, *fault.path), fault.vi, fault.en)
