"""Targets: how far each programme came, against what was wanted; shares and numbers on scales of their own."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from documents.charts.bars import Bar, Group, bars
from documents.charts.inks import HATCHED, SOLID
from documents.review.chart import Figure, Told, drawings
from documents.review.grouping import column, has, limited, named
from documents.review.limits import LimitedShare, comparison_said, wanted
from documents.review.numbers import number, said, share
from domain.scoring.comparison import Comparison
from projections.review.collecting.words import code_of
from projections.review.tables import Table
from words.language import say

COLUMNS = ("programme", "period", "target", "count", "share", "wanted", "met")
MOST = 12
Row = dict[str, Any]


class Scale(NamedTuple):
    """A kind of target: the column of its figure, how that is written, whether it is a percentage."""

    name: str
    column: str
    show: Callable[[Any, str], str]
    percent: bool


SHARES = Scale("targets-share", "share", share, percent=True)
NUMBERS = Scale("targets-count", "count", number, percent=False)


class Target(NamedTuple):
    row: Row
    value: Fraction
    wanted: Comparison

    @property
    def order(self) -> tuple[Any, ...]:
        """The highest first."""
        return (
            -self.value,
            str(self.row["programme"]),
            self.row["period"],
            str(self.row["target"]),
        )


def shares(table: Table, language: str) -> Figure | None:
    """Targets of a percentage; a target unmet is hatched."""
    return _figure(table, SHARES, language)


def numbers(table: Table, language: str) -> Figure | None:
    """Targets of a number."""
    return _figure(table, NUMBERS, language)


def _figure(table: Table, on: Scale, language: str) -> Figure | None:
    found = _targets(table, on) if has(table, *COLUMNS) else []
    if not found:
        return None
    groups = [_group(target, on, language) for target in found[:MOST]]
    title = say(f"review.{on.name}", language)
    described = "; ".join(f"{group.name}: {group.note}" for group in groups)
    what = Told(on.name, title, described, language)
    drawing = drawings(what, lambda about: bars(about, groups))
    note = limited(len(found), len(groups), language)
    return Figure(on.name, title, drawing, note, _table(table, on, found))


def _targets(table: Table, on: Scale) -> list[Target]:
    found = []
    for row in named(table, COLUMNS):
        limit = wanted(code_of(row["wanted"]))
        if limit and limit.percent == on.percent and row[on.column] is not None:
            found.append(Target(row, _value(row[on.column], limit), limit))
    return sorted(found, key=lambda target: target.order)


def _value(value: Any, limit: Comparison) -> Fraction:
    """A share knows its limit, so that it is not written as if it had reached it."""
    return LimitedShare(value, Fraction(limit.limit)) if limit.percent else Fraction(value)


def _group(target: Target, on: Scale, language: str) -> Group:
    row, limit = target.row, Fraction(target.wanted.limit)
    value = on.show(target.value, language)
    state = say("review.met" if row["met"] else "review.unmet", language)
    note = say(
        "review.target",
        language,
        value=value,
        wanted=comparison_said(target.wanted, language),
        state=state,
    )
    name = f"{said(row['programme'], language)} {row['period']}: {said(row['target'], language)}"
    ink = SOLID if row["met"] else HATCHED
    return Group(name, [Bar("", target.value, value, ink, limit)], note)


def _table(table: Table, on: Scale, found: Sequence[Target]) -> Table:
    names = ("programme", "period", "target", on.column, "wanted", "met")
    columns = [column(table, name) for name in names]
    rows = [tuple(target.row[name] for name in names) for target in found]
    return Table(on.name, columns, rows, key=f"review.{on.name}")
