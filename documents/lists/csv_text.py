"""A list as CSV for an Excel in Vietnamese: UTF-8 with a byte order mark, `;` between cells, words and no codes."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets, each in its own way, take for the beginning of a formula or of a command."""


def list_csv(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The headings and the rows, each cell in words already."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(title) for title in titles])
    writer.writerows([harmless(text) for text in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front, blanks before it or not."""
    return (
        f"'{text}" if text.startswith(_FORMULA) or text.lstrip(" ").startswith(_FORMULA) else text
    )
