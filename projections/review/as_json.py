"""A review as one JSON document: exact, in a fixed order, the same bytes for the same review."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Any

import msgspec

from projections.review.tables import Review, Table

AT_ONCE = 1_000
"""Rows written at once: a large year as one document would take gigabytes of memory."""
_BELOW_TABLES = b"\n    "


def pieces(review: Review) -> Iterator[bytes]:
    """The review as one indented document, piece by piece; points are numbers, written exactly."""
    yield encoded(named(review)).removesuffix(b"\n}\n") + b',\n  "tables": {'
    for place, table in enumerate(review.tables):
        yield (b"," if place else b"") + _BELOW_TABLES + _ENCODER.encode(table.name) + b": "
        yield from _rows(table)
    yield b"\n  }\n}\n"


def named(review: Review) -> dict[str, Any]:
    """What the review is of and was made from: all of it but the tables and the names."""
    found = review._asdict()
    del found["tables"], found["names"]
    return found


def _rows(table: Table) -> Iterator[bytes]:
    names = [column.name for column in table.columns]
    rows, before = iter(table.rows), b"["
    while some := list(islice(rows, AT_ONCE)):
        told = encoded([dict(zip(names, row, strict=True)) for row in some])
        yield before + told.removeprefix(b"[").removesuffix(b"\n]\n").replace(b"\n", _BELOW_TABLES)
        before = b","
    yield b"[]" if before == b"[" else _BELOW_TABLES + b"]"


def plain_rows(table: Table) -> list[dict[str, Any]]:
    """The rows by column, a share as a fraction such as `17/20`."""
    return [{name: _plain(value) for name, value in row.items()} for row in table.dicts()]


def _plain(value: Any) -> Any:
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else value


def _as_text(value: Any) -> str:
    """What JSON has no value for: a share as a fraction, a word as its code."""
    return str(_plain(value))


_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_as_text)


def encoded(plain_document: Any) -> bytes:
    """A document as indented JSON; points are numbers, written exactly."""
    return msgspec.json.format(_ENCODER.encode(plain_document), indent=2) + b"\n"
