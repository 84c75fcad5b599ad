"""Amounts of points: real numbers of a size that somebody can mean."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from domain.programme.faults import Fault, Path, fault
from domain.programme.model import Instrument, Programme

MOST = 1_000_000
FINEST = -4
"""Digits after the point: finer points are given nowhere."""


def faults(programme: Programme | Instrument) -> list[Fault]:
    """List amounts that are negative, no numbers, or beyond any scale."""
    return [
        fault(path, "amount_unreadable", amount=str(amount), most=MOST)
        for path, amount in _amounts(programme.criteria, ("criteria",))
        if not _is_amount(amount)
    ]


def _is_amount(amount: Decimal) -> bool:
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= FINEST and 0 <= amount <= MOST


def _amounts(value: Any, at: Path) -> Iterator[tuple[Path, Decimal]]:
    if isinstance(value, Decimal):
        yield at, value
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from _amounts(getattr(value, field.name), (*at, field.encode_name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _amounts(item, (*at, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _amounts(item, (*at, place))
