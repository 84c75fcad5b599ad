"""Bars in groups: each with its name before it, its value behind it, and a mark at the value wanted."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple
from xml.etree.ElementTree import Element

from documents.charts.drawing import LEFT, About, Box, bar, ordered, paragraph, svg, text, upright
from documents.charts.inks import PAPER, SOLID, Ink
from documents.charts.lettering import SMALL, fitted, wide
from documents.charts.scale import Scale, scale

HIGH, STEP, GAP = 14, 19, 12
VALUE, BEFORE = 62, 6
"""Pixels: for the value behind a bar, and between a bar and its words."""
WIDEST_LABEL = 116


class Bar(NamedTuple):
    """`shown` is the value as it is written; `wanted` is marked where there is one."""

    label: str
    value: Fraction
    shown: str
    ink: Ink = SOLID
    wanted: Fraction | None = None

    @property
    def reach(self) -> Fraction:
        return max(self.value, self.wanted or Fraction(0))


class Group(NamedTuple):
    """Bars that belong together; a line of words under the name where there is more to say."""

    name: str
    bars: Sequence[Bar]
    note: str = ""


def bars(about: About, groups: Sequence[Group]) -> str:
    """All groups on one scale from zero, one under the other in the order given."""
    every = [each for group in groups for each in group.bars]
    right = 100 - about.part(VALUE)
    measure = scale((each.reach for each in every), _left(about, every), right)
    marks: list[Element] = []
    top = 0
    for group in groups:
        found, top = _group(about, group, measure, top)
        marks += found
    return svg(about, max(top - GAP + 2, 1), marks, (each.ink for each in every))


def _left(about: About, every: Sequence[Bar]) -> Fraction:
    """Bars begin behind the longest label."""
    longest = max((ceil(wide(each.label, SMALL)) for each in every), default=0)
    return about.part(min(longest, WIDEST_LABEL) + 2 * BEFORE) if longest else LEFT


def _group(about: About, group: Group, measure: Scale, top: int) -> tuple[list[Element], int]:
    name, top = paragraph(group.name, about.room, top, bold=True)
    note, top = paragraph(group.note, about.room, top)
    begin = top = top + 2
    found = []
    for each in group.bars:
        found.append(_bar(about.name, each, measure, top))
        top += STEP
    end = top - STEP + HIGH
    return [*name, *note, *ordered(found), upright(measure.left, begin - 2, end + 2)], end + GAP


def _bar(chart: str, each: Bar, measure: Scale, top: int) -> list[Element]:
    base, wide = top + HIGH - 3, measure.length(each.value)
    box = Box(measure.left, wide, top, HIGH)
    end = measure.left + measure.length(each.reach)
    label = fitted(each.label, SMALL, WIDEST_LABEL, at_most=1)
    return [
        *(text(line, measure.left, base, text_anchor="end", dx=f"-{BEFORE}") for line in label),
        *bar(chart, box, each.ink, f"{each.label} {each.shown}".strip()),
        *_wanted(each, measure, top),
        text(each.shown, end, base, dx=str(BEFORE), font_weight="600"),
    ]


def _wanted(each: Bar, measure: Scale, top: int) -> list[Element]:
    if each.wanted is None:
        return []
    across, bottom = measure.left + measure.length(each.wanted), top + HIGH
    # A rim of paper keeps the mark apart from a dark bar behind it.
    rim = upright(across, top, bottom, thick=7, colour=PAPER)
    return [rim, upright(across, top - 3, bottom + 3, thick=3)]
