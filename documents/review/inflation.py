"""Self-score, appraiser, decider by criterion: mean points, and the share of units that met it."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from documents.charts.dots import Judge, Judged, dots
from documents.charts.shapes import DIAMOND, DOT, RING
from documents.review.chart import Figure, Told, drawings
from documents.review.grouping import coded, column, has, heading, limited, listed, named
from documents.review.numbers import number, said, share
from projections.review.collecting.words import TOTAL
from projections.review.tables import Table
from words.kinds import Kind
from words.language import say
from words.tables import Column

SHAPES = (RING, DIAMOND, DOT)
MOST = 10


class Side(NamedTuple):
    """What is compared: three columns, how their mean is written, and what it is called."""

    name: str
    columns: tuple[str, str, str]
    kind: Kind
    shown: Callable[[Any, str], str]


POINTS = Side("inflation-points", ("self", "appraised", "decided"), "number", number)
MET = Side("inflation-met", ("self_met", "appraised_met", "decided_met"), "share", share)


Means = tuple[Fraction | None, ...]
Key = tuple[Any, Any, tuple[bool, ...]]


class Criterion(NamedTuple):
    """A criterion of a programme over the units that the same of the three have judged.

    Each mean is of the same units; one of a judge who did not judge is None.
    """

    programme: Any
    criterion: Any
    units: int
    means: Means

    @property
    def gap(self) -> Fraction:
        """From the self-score to the last judgement that there is."""
        own, *others = (mean for mean in self.means if mean is not None)
        return own - others[-1]


def points(table: Table, language: str) -> Figure | None:
    return _figure(table, POINTS, language)


def met(table: Table, language: str) -> Figure | None:
    return _figure(table, MET, language)


def widest(table: Table) -> Criterion | None:
    """The criterion whose self-scores exceed the decision most, in points."""
    found = _sorted(table, POINTS)
    return found[0] if found and found[0].gap > 0 else None


def _figure(table: Table, side: Side, language: str) -> Figure | None:
    found = _sorted(table, side)
    if not found:
        return None
    drawn, title = found[:MOST], say(f"review.{side.name}", language)
    words = [heading(table, name, language) for name in POINTS.columns]
    judges = [Judge(word, shape) for word, shape in zip(words, SHAPES, strict=True)]
    rows = [_judged(each, side, words, language) for each in drawn]
    what = Told(side.name, title, "; ".join(f"{r.name}: {r.note}" for r in rows), language)
    drawing = drawings(
        what, lambda about: dots(about, judges, rows, lambda value: side.shown(value, language))
    )
    note = limited(len(found), len(drawn), language)
    return Figure(side.name, title, drawing, note, _table(table, side, found))


def _sorted(table: Table, side: Side) -> list[Criterion]:
    """Widest gap first."""
    if not has(table, "programme", "criterion", *side.columns):
        return []
    return sorted(
        _criteria(table, side),
        key=lambda each: (-each.gap, str(each.programme), str(each.criterion)),
    )


def _criteria(table: Table, side: Side) -> Iterable[Criterion]:
    found: dict[Key, list[Fraction]] = {}
    for row in named(table, ("programme", "criterion", *side.columns)):
        values = [row[name] for name in side.columns]
        judged = tuple(value is not None for value in values)
        if judged[0] and any(judged[1:]) and row["criterion"] != TOTAL:
            _add(
                found.setdefault((row["programme"], row["criterion"], judged), [Fraction(0)] * 4),
                values,
            )
    for (programme, criterion, judged), (units, *totals) in found.items():
        means = (
            total / units if there else None for total, there in zip(totals, judged, strict=True)
        )
        yield Criterion(programme, criterion, int(units), tuple(means))


def _add(to: list[Fraction], values: Sequence[Any]) -> None:
    for place, value in enumerate((1, *values)):
        to[place] += Fraction(value or 0)


def _judged(each: Criterion, side: Side, words: Sequence[str], language: str) -> Judged:
    means = zip(words, each.means, strict=True)
    note = listed((word, side.shown(mean, language)) for word, mean in means if mean is not None)
    name = f"{said(each.programme, language)}: {coded(each.criterion, language)}"
    return Judged(name, note, each.means)


def _table(table: Table, side: Side, found: Sequence[Criterion]) -> Table:
    code = Column("code")
    units = Column("units", "number")
    gap = Column("gap", side.kind)
    judged = [column(table, name)._replace(kind=side.kind) for name in POINTS.columns]
    columns = [column(table, "programme"), code, column(table, "criterion"), units, *judged, gap]
    rows = [
        (each.programme, str(each.criterion), each.criterion, each.units, *each.means, each.gap)
        for each in found
    ]
    return Table(side.name, columns, rows, key=f"review.{side.name}")
