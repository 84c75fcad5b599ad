"""The values of a review as the cells of a sheet: numbers stay numbers, dates dates, and texts texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from projections.review.causes import Cause
from projections.review.collecting.words import said
from words.kinds import Kind

Place = tuple[int, int]
"""A row and a column, counted from 0."""
WriteCell = Callable[[Worksheet, Place, Any], object]


class Cells:
    """Writes cells in the formats of a workbook, words in one language."""

    def __init__(self, formats: Mapping[str, Format], language: str) -> None:
        self._formats, self._language = formats, language
        self._of_kind: dict[Kind, WriteCell] = {
            "number": self._number,
            "share": self._share,
            "date": self._date,
        }

    def writer(self, kind: Kind) -> WriteCell:
        """What writes a value of a kind, which is not None."""
        return self._of_kind.get(kind, self._text)

    def _number(self, sheet: Worksheet, at: Place, value: Any) -> None:
        whole = isinstance(value, int) or value == int(value)
        sheet.write_number(*at, float(value), self._formats["number" if whole else "points"])

    def _share(self, sheet: Worksheet, at: Place, value: Any) -> None:
        sheet.write_number(*at, float(value), self._formats["share"])

    def _date(self, sheet: Worksheet, at: Place, value: Any) -> None:
        sheet.write_datetime(*at, value, self._formats["date"])

    def _text(self, sheet: Worksheet, at: Place, value: Any) -> None:
        if value not in ("", []):
            sheet.write_string(*at, shown(value, self._language), self._formats["text"])


def shown(value: Any, language: str) -> str:
    """A value as text."""
    if value is None or isinstance(value, str):
        return str(said(value, language) or "")
    if isinstance(value, bool):
        return {"vi": ("Không", "Có"), "en": ("No", "Yes")}[language][value]
    if isinstance(value, list):
        separator = "\n" if any(isinstance(each, Cause) for each in value) else ", "
        return separator.join(shown(each, language) for each in value)
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Fraction):
        return f"{100 * value.numerator // value.denominator} % ({value})"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
