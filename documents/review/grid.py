"""A table as the page shows it: words in one language, its first rows, the form it is printed in."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from documents.review.numbers import NOTHING, number, shown
from documents.review.print_forms import CARDS, DENSE, need, paper, shares
from projections.review.tables import Table
from words.language import say
from words.tables import Column

MOST_ROWS = 1000
"""A browser shows so many with ease; the Excel and CSV files hold all."""
LOOKS = {"number": "n", "ordinal": "n", "share": "n", "date": "d"}
LONG = 20
TIGHT = {DENSE.name, CARDS.name}
T = TypeVar("T")


class Head(NamedTuple):
    """`look` is n (a number), d (a date), t (text) or l (long text); `wide` is its width on paper."""

    label: str
    look: str
    wide: str = ""


class Grid(NamedTuple):
    """What the template prints; `paper` names how it is printed."""

    name: str
    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[str]]
    paper: str
    length: str
    notes: Sequence[str]


def grid(table: Table, language: str) -> Grid:
    """At most `MOST_ROWS` rows; a note says so where there are more."""
    rows = _rows(table, language)
    heads = [_head(column, place, rows, language) for place, column in enumerate(table.columns)]
    every = number(len(table.rows), language)
    notes = []
    if len(rows) < len(table.rows):
        limits = {"shown": number(len(rows), language), "count": every}
        notes = [say("review.first_rows", language, **limits)]
    title = table.title(language)
    length = say("review.rows", language, count=every)
    found = _printed(Grid(table.name, title, heads, rows, "", length, notes))
    return _told_once(found, language) if found.paper in TIGHT else found


def _rows(table: Table, language: str) -> list[list[str]]:
    kinds = [column.kind for column in table.columns]
    return [
        [shown(value, kind, language) for value, kind in zip(row, kinds, strict=True)]
        for row in islice(iter(table.rows), MOST_ROWS)
    ]


def _head(column: Column, place: int, rows: Sequence[Sequence[str]], language: str) -> Head:
    long = any(len(row[place]) > LONG for row in rows)
    look = LOOKS.get(column.kind, "l" if long else "t")
    return Head(column.title(language), look)


def _printed(found: Grid) -> Grid:
    """With the paper it is printed on, and the width of each column there."""
    columns = [
        need(head.label, [row[place] for row in found.rows], breakable=head.look not in "nd")
        for place, head in enumerate(found.heads)
    ]
    on = paper(columns)
    wide = (f"{each // 10}.{each % 10}%" for each in shares(on, columns))
    heads = [head._replace(wide=each) for head, each in zip(found.heads, wide, strict=True)]
    return found._replace(heads=heads, paper=on.name)


def _told_once(found: Grid, language: str) -> Grid:
    """Where a table is too wide for paper, columns with one value in all rows become a line above it."""
    if len(found.rows) < 2:
        return found
    first = found.rows[0]
    same = [all(row[at] == cell for row in found.rows) for at, cell in enumerate(first)]
    if not any(same) or all(same):
        return found
    heads = _left(found.heads, same)
    rows = [_left(row, same) for row in found.rows]
    notes = [*found.notes, *_notes(found, same, language)]
    return _printed(found._replace(heads=heads, rows=rows, notes=notes))


def _left(cells: Sequence[T], same: Sequence[bool]) -> list[T]:
    return [cell for cell, once in zip(cells, same, strict=True) if not once]


def _notes(found: Grid, same: Sequence[bool], language: str) -> list[str]:
    once = [
        (head.label, cell)
        for head, cell, told in zip(found.heads, found.rows[0], same, strict=True)
        if told
    ]
    said = "; ".join(f"{label} {cell}" for label, cell in once if cell != NOTHING)
    empty = "; ".join(label for label, cell in once if cell == NOTHING)
    notes = (("same", said), ("blank", empty))
    return [say(f"review.{key}", language, values=values) for key, values in notes if values]
