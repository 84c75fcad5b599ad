"""A table of a review as CSV for other programs: UTF-8 with a byte order mark, columns by their keys."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from projections.review.tables import Table

PLACES = 6
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: Table, path: Path) -> None:
    """The table row by row; the same table has the same bytes."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        writer.writerows(map(cell, row) for row in table.rows)


def cell(value: Any) -> str:
    """A value as text: dates as 2024-12-31, shares with six places, lists with semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool | int | Decimal | date):
        return f"{value:f}" if isinstance(value, Decimal) else str(value).lower()
    if isinstance(value, Fraction):
        return _places(value)
    return _harmless("; ".join(map(str, value)) if isinstance(value, list) else str(value))


def _places(share: Fraction) -> str:
    """A share with so many places, half up; `4/5` would be a date to a spreadsheet."""
    scaled = (2 * share.numerator * 10**PLACES + share.denominator) // (2 * share.denominator)
    return f"{scaled // 10**PLACES}.{scaled % 10**PLACES:0{PLACES}}"


def _harmless(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{text}" if text.startswith(_FORMULA) else text
