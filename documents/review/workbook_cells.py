"""The values of a review as the cells of a sheet: numbers stay numbers, dates dates, and texts texts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents.review.numbers import shown
from words import values
from words.kinds import Kind

Place = tuple[int, int]
"""A row and a column, counted from 0."""
WriteCell = Callable[[Worksheet, Place, Any], object]


class Cells:
    """Writes cells in the formats that `formats` gives by name, words in one language."""

    def __init__(self, formats: Callable[[str], Format], language: str) -> None:
        self._formats, self._language = formats, language
        self._of_kind: dict[Kind, WriteCell] = {
            "number": self._number,
            "ordinal": self._ordinal,
            "share": self._share,
            "date": self._date,
        }

    def writer(self, kind: Kind) -> WriteCell:
        """What writes a value of a kind, which is not None."""
        return self._of_kind.get(kind) or self._words(kind)

    def _number(self, sheet: Worksheet, at: Place, value: Any) -> None:
        whole = isinstance(value, int) or value == int(value)
        sheet.write_number(*at, float(value), self._formats("number" if whole else "points"))

    def _ordinal(self, sheet: Worksheet, at: Place, value: Any) -> None:
        sheet.write_number(*at, value, self._formats("0"))

    def _share(self, sheet: Worksheet, at: Place, value: Fraction) -> None:
        """With as many decimals as the words of the page have, so that both say the same."""
        percent = values.percent(value, getattr(value, "limit", None))
        places = max(1, -int(percent.as_tuple().exponent))
        near = Fraction(value) if round(value * 100, places) == Fraction(percent) else None
        number = float(near) if near is not None else float(percent / 100)
        sheet.write_number(*at, number, self._formats(f"0.{'0' * places} %"))

    def _date(self, sheet: Worksheet, at: Place, value: Any) -> None:
        sheet.write_datetime(*at, value, self._formats("date"))

    def _words(self, kind: Kind) -> WriteCell:
        def write(sheet: Worksheet, at: Place, value: Any) -> None:
            if value not in ("", []):
                sheet.write_string(*at, shown(value, kind, self._language), self._formats("text"))

        return write
