"""What Excel and LibreOffice show for a value and its format, where that can be said without doubt."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from application.intake.tables.grid import Cell
from application.intake.tables.letters_seen import doubt_of, seen

if TYPE_CHECKING:
    from openpyxl.cell import Cell as ExcelCell

_PLAIN = frozenset({"General", "@", "0"})
_ZEROS = re.compile(r"0+")
_OLD_FONT = re.compile(r"(\.Vn|VNI[- ])", re.IGNORECASE)
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_LARGEST_SHOWN = 10**11
"""From here on a plain number is shown in powers of ten."""


def shown(cell: ExcelCell) -> Cell | None:
    """What a cell shows; None where it is empty."""
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return Cell(str(value), "cell_is_error")
    if isinstance(value, bool):
        return Cell(str(value).upper(), "cell_is_yes_no")
    if isinstance(value, str):
        return _text(value, cell)
    if isinstance(value, date | time):
        return _day(value, cell.number_format)
    return _number(value, cell.number_format)


def _text(value: str, cell: ExcelCell) -> Cell | None:
    text = seen(value)
    if not text:
        return None
    if _ESCAPED.search(text) or not _shows_texts_as_they_are(cell.number_format):
        return Cell(text, "cell_shown_otherwise")
    if not text.isascii() or not text.isdigit():
        doubt = "cell_old_letters" if _OLD_FONT.match(cell.font.name or "") else doubt_of(text)
        return Cell(text, doubt)
    return Cell(text)


def _shows_texts_as_they_are(number_format: str) -> bool:
    """A format with a part of its own for texts, the fourth or one with “@”, may show another text."""
    bare = _QUOTED.sub("", number_format)
    return number_format == "@" or ("@" not in bare and bare.count(";") < 3)


def _day(value: date | time, number_format: str) -> Cell:
    """A day whose format shows day, month and year is what it is; one with a time of day is none."""
    if not isinstance(value, datetime) or value.time() != time():
        return Cell(str(value), "cell_shown_otherwise")
    bare = _QUOTED.sub("", number_format).lower()
    whole = all(letter in bare for letter in "dmy") and bare.count(";") == 0
    return Cell(value.date().isoformat(), "cell_is_day" if whole else "cell_day_shown_in_part")


def _number(value: Any, number_format: str) -> Cell:
    """A whole number in a plain format, or filled up with zeros; any other way to show one is in doubt."""
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if not whole or not 0 <= value < _LARGEST_SHOWN:
        return Cell(str(value), "cell_shown_otherwise")
    if number_format in _PLAIN:
        return Cell(str(int(value)))
    if _ZEROS.fullmatch(number_format):
        return Cell(str(int(value)).zfill(len(number_format)))
    return Cell(str(int(value)), "cell_shown_otherwise")
