"""A table of a review as CSV for other programs: UTF-8 with a byte order mark, headings and words in one language."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from documents.review.numbers import listed, said, yes_no
from projections.review.tables import Table

PLACES, MOST = 6, 18
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: Table, language: str, path: Path) -> None:
    """The table row by row; the same table has the same bytes."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.title(language) for column in table.columns])
        writer.writerows([cell(value, language) for value in row] for row in table.rows)


def cell(value: Any, language: str) -> str:
    """A value as text: dates as 2024-12-31, shares with six places, lists with semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_no(value, language)
    if isinstance(value, int | Decimal | date):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, Fraction):
        return _places(value)
    return _harmless(listed(value, language) if isinstance(value, list) else said(value, language))


def _places(share: Fraction) -> str:
    """A share with so many places, more where it would become a whole number of percent that it is not.

    `4/5` would be a date to a spreadsheet.
    """
    places = PLACES
    while places < MOST and _whole(round(share, places)) and not _whole(share):
        places += 1
    scaled = int(round(share, places) * 10**places)
    return f"{scaled // 10**places}.{scaled % 10**places:0{places}}"


def _whole(share: Fraction) -> bool:
    """Whether it is a whole number of percent."""
    return (share * 100).denominator == 1


def _harmless(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    return f"'{text}" if text.startswith(_FORMULA) else text
