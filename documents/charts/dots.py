"""Several judgements of the same thing on one line: how far they are apart is what is looked for."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element

from documents.charts import shapes
from documents.charts.drawing import About, level, paragraph, svg, text, upright
from documents.charts.inks import FAINT, TEXT
from documents.charts.key import key
from documents.charts.scale import Scale, scale
from documents.charts.shapes import Shape

LEFT, RIGHT = Fraction(3), Fraction(97)
"""Room for half a shape, and for the words at the ends of the scale."""
HIGH, GAP, AXIS = 18, 10, 18


class Judge(NamedTuple):
    label: str
    shape: Shape


class Judged(NamedTuple):
    """What was judged, the judgement of each judge in their order, and the words for them."""

    name: str
    note: str
    values: Sequence[Fraction | None]


def dots(
    about: About,
    judges: Sequence[Judge],
    rows: Sequence[Judged],
    shown: Callable[[Fraction], str],
) -> str:
    """All rows on one scale that holds zero, in the order given."""
    measure = scale((value for row in rows for value in _there(row)), LEFT, RIGHT)
    marks, top = key(about, ((judge.label, shapes.sample(judge.shape)) for judge in judges))
    for row in rows:
        found, top = _row(about.room, judges, row, measure, top)
        marks += found
    ends = _ends(measure, shown, top)
    return svg(about, top + AXIS, [*marks, *ends], ())


def _there(row: Judged) -> list[Fraction]:
    return [value for value in row.values if value is not None]


def _row(
    room: int, judges: Sequence[Judge], row: Judged, measure: Scale, top: int
) -> tuple[list[Element], int]:
    name, top = paragraph(row.name, room, top, bold=True)
    note, top = paragraph(row.note, room, top)
    middle = top + HIGH // 2
    places = [measure.at(value) for value in _there(row)]
    apart = [level(min(places), max(places), middle, TEXT, 3)] if places else []
    found = [
        shapes.at(judge.shape, measure.at(value), middle)
        for judge, value in zip(judges, row.values, strict=True)
        if value is not None
    ]
    track = level(LEFT, RIGHT, middle, FAINT)
    zero = upright(measure.at(Fraction(0)), middle - 8, middle + 8)
    return [*name, *note, track, zero, *apart, *found], top + HIGH + GAP


def _ends(measure: Scale, shown: Callable[[Fraction], str], top: int) -> list[Element]:
    """What the ends of the scale stand for."""
    base = top + AXIS - 6
    return [
        text(shown(measure.low), LEFT, base, fill=FAINT, text_anchor="start"),
        text(shown(measure.high), RIGHT, base, fill=FAINT, text_anchor="end"),
    ]
