"""Bars made of parts: the whole behind each bar, its parts told in words above it, one key on top."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple
from xml.etree.ElementTree import Element

from documents.charts.drawing import (
    LEFT,
    About,
    Box,
    bar,
    ordered,
    paragraph,
    svg,
    text,
    upright,
)  # fmt: skip
from documents.charts.inks import Ink
from documents.charts.key import key, patch
from documents.charts.scale import Scale, scale

HIGH, GAP = 14, 12
TOTAL = 62
"""Pixels for the total behind a bar."""


class Part(NamedTuple):
    """What a part of each bar stands for."""

    label: str
    ink: Ink


class Whole(NamedTuple):
    """A bar: the value of each part, in the order of the parts, and the words for them."""

    name: str
    values: Sequence[Fraction]
    shown: str
    note: str

    @property
    def total(self) -> Fraction:
        return sum(self.values, Fraction(0))


def stacked_bars(about: About, parts: Sequence[Part], wholes: Sequence[Whole]) -> str:
    """All bars on one scale from zero, in the order given."""
    measure = scale((whole.total for whole in wholes), LEFT, 100 - about.part(TOTAL))
    marks, top = key(about, ((part.label, patch(about.name, part.ink)) for part in parts))
    for whole in wholes:
        found, top = _whole(about, parts, whole, measure, top)
        marks += found
    return svg(about, top - GAP + 2, marks, (part.ink for part in parts))


def _whole(
    about: About, parts: Sequence[Part], whole: Whole, measure: Scale, top: int
) -> tuple[list[Element], int]:
    name, top = paragraph(whole.name, about.room, top, bold=True)
    note, top = paragraph(whole.note, about.room, top)
    top += 2
    ends = list(accumulate(map(measure.length, whole.values), initial=measure.left))
    found = ordered(
        bar(about.name, Box(begin, measure.length(value), top, HIGH), part.ink, part.label)
        for part, begin, value in zip(parts, ends, whole.values, strict=False)
    )
    total = text(whole.shown, ends[-1], top + HIGH - 3, dx="6", font_weight="600")
    line = upright(measure.left, top - 2, top + HIGH + 2)
    return [*name, *note, *found, line, total], top + HIGH + GAP
