"""How many subjects have been recognised for one year in a row, for two, and so on."""

from collections import Counter
from fractions import Fraction

from documents.charts.bars import Bar, Group, bars
from documents.charts.inks import PALE, SOLID
from documents.review.chart import Figure, Told, drawings
from documents.review.grouping import has, heading, named
from documents.review.numbers import number
from projections.review.tables import Table
from words.language import say
from words.tables import Column

COLUMNS = ("in_a_row", "in_a_row_with_revoked")
INKS = (SOLID, PALE)


def streaks(table: Table, language: str) -> Figure | None:
    """The chart by length of the streak, longest first: with and without the years that were revoked."""
    if not has(table, *COLUMNS):
        return None
    found = {name: Counter(row[name] or 0 for row in named(table, (name,))) for name in COLUMNS}
    lengths = sorted({length for each in found.values() for length in each}, reverse=True)
    rows = [(length, *(found[name][length] for name in COLUMNS)) for length in lengths]
    title = say("review.streaks", language)
    groups = [_group(table, length, counts, language) for length, *counts in rows]
    what = Told("streaks", title, "; ".join(map(_told, groups)), language)
    return Figure(
        "streaks",
        title,
        drawings(what, lambda about: bars(about, groups)),
        table=_table(table, rows),
    )


def _group(table: Table, length: int, counts: list[int], language: str) -> Group:
    found = [
        Bar(say(f"review.streak-{name}", language), Fraction(count), number(count, language), ink)
        for name, count, ink in zip(COLUMNS, counts, INKS, strict=True)
    ]
    return Group(f"{heading(table, 'in_a_row', language)}: {number(length, language)}", found)


def _told(group: Group) -> str:
    return f"{group.name}: " + ", ".join(f"{bar.label} {bar.shown}" for bar in group.bars)


def _table(table: Table, rows: list[tuple[int, ...]]) -> Table:
    length = {each.name: each for each in table.columns}["in_a_row"]
    counted = [Column(name, "number", word=f"counted_{name}") for name in COLUMNS]
    return Table("streaks", [length, *counted], rows, key="review.streaks")
