"""A review as one JSON document: exact, in a fixed order, the same bytes for the same review."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec

from projections.review.tables import Review, Table

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def document(review: Review) -> dict[str, Any]:
    """The review as plain values (design 8)."""
    return {
        "year": review.year,
        "programme": review.programme,
        "period": review.period,
        "as_of": review.as_of,
        "position": review.position,
        "root": review.root,
        "recorded_at": review.recorded_at,
        "simulated": review.simulated,
        "tables": {table.name: plain_rows(table) for table in review.tables},
    }


def plain_rows(table: Table) -> list[dict[str, Any]]:
    """The rows by column, a share as a fraction such as `17/20`."""
    return [{name: _plain(value) for name, value in row.items()} for row in table.dicts()]


def _plain(value: Any) -> Any:
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else value


def encoded(plain_document: Any) -> bytes:
    """A document as indented JSON; points are numbers, written exactly."""
    return msgspec.json.format(_ENCODER.encode(plain_document), indent=2) + b"\n"
