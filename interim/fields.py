"""The fields of an event as a flat list of names and values, for histories and blame."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from domain.events.base import Mark, StepTaken

_WAY = {"step", "from_stage", "to_stage", "relied_on"}


def flat(event: Any) -> dict[str, Any]:
    """Answer the values of an event by dotted name: the details of a step, the fields of the rest.

    Marks of a sheet are named by their node, lists of records by their place.
    """
    record = event.details if isinstance(event, StepTaken) else event
    found: dict[str, Any] = {}
    _flatten("", record, found)
    if isinstance(event, StepTaken):
        found["stage"] = event.to_stage
        if event.late:
            found["late"] = True
    return {name: value for name, value in found.items() if name not in _WAY}


def _flatten(name: str, value: Any, found: dict[str, Any]) -> None:
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            _flatten(_joined(name, field), getattr(value, field), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _flatten(_joined(name, str(key)), item, found)
    elif isinstance(value, list) and value and isinstance(value[0], msgspec.Struct):
        for place, item in enumerate(value):
            _flatten(
                _joined(name, item.node if isinstance(item, Mark) else str(place)), item, found
            )
    elif value not in (None, "", [], {}):
        found[name] = _plain(value)


def _joined(name: str, field: str) -> str:
    return f"{name}.{field}" if name else field


def _plain(value: Any) -> Any:
    if isinstance(value, date | Decimal):
        return str(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else value
