"""A comparison of two reviews as JSON and as a workbook."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from documents.files.whole_folder import Write
from documents.review.heading import heading, simulated
from documents.review.in_words import in_words
from documents.review.workbook import Sheets, about, add_table
from projections.review import as_json
from projections.review.causes import Cause
from projections.review.comparison import Comparison
from words.language import say

WORKBOOK = "review-comparison.xlsx"
JSON = "review-comparison.json"


def comparison_files(comparison: Comparison, language: str) -> dict[str, Write]:
    """What writes the files, by name; the same comparison in the same language has the same bytes."""
    return {
        WORKBOOK: partial(_write_workbook, comparison, language),
        JSON: partial(_write_json, comparison),
    }


def _write_json(comparison: Comparison, path: Path) -> None:
    path.write_bytes(as_json.encoded(document(comparison)))


def document(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values."""
    return {
        "before": as_json.named(comparison.before),
        "after": as_json.named(comparison.after),
        "tables": {
            table.name: [
                {name: _plain(value) for name, value in row.items()} for row in table.dicts()
            ]
            for table in comparison.tables
        },
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Cause):
        return value._asdict()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return f"{value.numerator}/{value.denominator}" if isinstance(value, Fraction) else value


def _write_workbook(comparison: Comparison, language: str, path: Path) -> None:
    """A sheet for each answer that has any difference."""
    title, after = say("review.compared", language), comparison.after
    sheets = Sheets(path, after.recorded_at, title, simulated(after, language), language)
    lines = [*heading(comparison.before, language), "", *heading(after, language)]
    about(sheets, title, lines)
    for table in comparison.tables:
        add_table(sheets, in_words(table, language, after.names))
    sheets.close()
