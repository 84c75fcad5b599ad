"""Deadlines kept and missed at each step."""

from fractions import Fraction
from typing import Any

from documents.charts.inks import HATCHED, OPEN, SOLID
from documents.charts.stacked_bars import Part, Whole, stacked_bars
from documents.review.chart import Figure, Told, drawings
from documents.review.grouping import has, heading, labels, limited, named, told
from documents.review.numbers import number, said
from projections.review.tables import Table
from words.language import say

PARTS = {"kept": SOLID, "missed": HATCHED, "open": OPEN}
DAYS = ("median_days", "worst_days")
COLUMNS = ("programme", "step", "due", *PARTS, *DAYS)
MOST = 12


def deadlines(table: Table, language: str) -> Figure | None:
    """The steps with most deadlines missed first; the table has a row for each already."""
    if not has(table, *COLUMNS):
        return None
    rows = [row for row in named(table, COLUMNS) if row["due"]]
    rows.sort(
        key=lambda row: (-row["missed"], -row["due"], str(row["programme"]), str(row["step"]))
    )
    drawn, title = rows[:MOST], say("review.deadlines", language)
    wholes = [_whole(table, row, language) for row in drawn]
    parts = [Part(heading(table, name, language), ink) for name, ink in PARTS.items()]
    described = "; ".join(f"{whole.name}: {whole.note}" for whole in wholes)
    what = Told("deadlines", title, described, language)
    drawing = drawings(what, lambda about: stacked_bars(about, parts, wholes))
    return Figure("deadlines", title, drawing, limited(len(rows), len(drawn), language))


def _whole(table: Table, row: dict[str, Any], language: str) -> Whole:
    words = labels(table, (*PARTS, *DAYS), language)
    note = told({name: row[name] for name in words}, words, language)
    name = f"{said(row['programme'], language)}: {said(row['step'], language)}"
    values = [Fraction(row[part] or 0) for part in PARTS]
    return Whole(name, values, number(row["due"], language), note)
