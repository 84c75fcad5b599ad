"""Numbers in the data of a command as Vietnamese people type them: `8,5` wherever the record holds a decimal number.

A comma before just three digits may part thousands (`1,500`), so such a number is left for whoever refuses it;
`0,125` can be nothing else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import msgspec

from application.commands.unknown_fields import arms_of, fields_of, item_kind, record_at

_COMMA = re.compile(r"\s*(?P<whole>[+-]?\d+),(?P<part>\d+)\s*")
_THOUSANDS = 3
"""Digits between the commas that part thousands."""


def numbers_read(data: Any, kind: Any) -> Any:
    """The data with a point for each decimal comma that can mean nothing else, where a number is asked for."""
    if isinstance(data, str):
        return _with_point(data) if "," in data and Decimal in arms_of(kind) else data
    if isinstance(data, dict):
        record = record_at(kind)
        return {key: numbers_read(item, _under(record, kind, key)) for key, item in data.items()}
    if isinstance(data, list | tuple):
        return [numbers_read(item, item_kind(kind)) for item in data]
    return data


def _under(record: type[msgspec.Struct] | None, kind: Any, key: Any) -> Any:
    if record is None:
        return item_kind(kind)
    field = fields_of(record).get(str(key))
    return field.type if field else Any


def _with_point(text: str) -> str:
    found = _COMMA.fullmatch(text)
    if found is None:
        return text
    may_part_thousands = len(found["part"]) == _THOUSANDS and found["whole"].strip("+-") != "0"
    return text if may_part_thousands else f"{found['whole']}.{found['part']}"
