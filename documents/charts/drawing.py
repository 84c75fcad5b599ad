"""The marks of a drawing that is as wide as its box: across in percent, down in whole pixels."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from documents.charts.inks import TEXT, Ink, paint, pattern
from documents.charts.lettering import LEADING, NAME, SMALL, fitted

FACES = "Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif"
LEFT = Fraction(1)
"""Where bars begin and names stand, so that an outline is not cut off."""
EDGES = 14


class About(NamedTuple):
    """`name` is unique in a page; title and description are what a screen reader says of the chart.

    `room` is the least width in pixels at which it is shown: all words fit into it.
    """

    name: str
    title: str
    description: str
    language: str
    room: int

    def part(self, pixels: int) -> Fraction:
        """A width in pixels as a percentage of the least width of the chart."""
        return Fraction(100 * pixels, self.room)


def percent(value: Fraction) -> str:
    """To a thousandth of a percent, rounded half up, without needless zeros."""
    whole, rest = divmod((value * 2000 + 1) // 2, 1000)
    return f"{whole}.{rest:03d}".rstrip("0").rstrip(".") + "%"


def svg(about: About, high: int, marks: Iterable[Element], inks: Iterable[Ink]) -> str:
    """The whole drawing; its marks are hidden from screen readers behind title and description."""
    size = {"width": "100%", "height": str(high)}
    words = {"xml:lang": about.language, "font-family": FACES, "fill": TEXT}
    head = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **size, **words}
    labels = {"aria-labelledby": f"{about.name}-title", "aria-describedby": f"{about.name}-desc"}
    root = Element("svg", {**head, **labels})
    SubElement(root, "title", {"id": f"{about.name}-title"}).text = about.title
    SubElement(root, "desc", {"id": f"{about.name}-desc"}).text = about.description
    defs = SubElement(root, "defs")
    defs.extend(pattern(about.name, ink) for ink in dict.fromkeys(inks) if ink.path)
    root.extend(marks)
    return tostring(root, encoding="unicode")


def text(words: str, across: Fraction, base: int, *, size: int = SMALL, **more: str) -> Element:
    """A line of text on its base line; `more` are attributes, with _ for -."""
    place = {"x": percent(across), "y": str(base), "font-size": str(size)}
    found = Element("text", {**place, **{key.replace("_", "-"): more[key] for key in more}})
    found.text = words
    return found


def paragraph(words: str, room: int, top: int, *, bold: bool = False) -> tuple[list[Element], int]:
    """Words from the left edge, in at most two lines, and where they end; all of them as a tooltip."""
    size, room = (NAME if bold else SMALL), room - EDGES
    weight = {"font_weight": "600"} if bold else {}
    lines = fitted(words, size, room, bold=bold)
    group = Element("g")
    SubElement(group, "title").text = words
    for line in lines:
        group.append(text(line, LEFT, top + size, size=size, **weight))
        top += size + LEADING
    return ([group] if lines else []), top


class Box(NamedTuple):
    """Where a bar is: across in percent, down in pixels."""

    left: Fraction
    wide: Fraction
    top: int
    high: int


def bar(chart: str, box: Box, ink: Ink, told: str) -> list[Element]:
    """A bar with an outline and a tooltip; none at all for a value of zero."""
    if not box.wide:
        return []
    across = {"x": percent(box.left), "width": percent(box.wide)}
    down = {"y": str(box.top), "height": str(box.high)}
    look = {"fill": paint(chart, ink), "stroke": TEXT, "stroke-width": "1"}
    found = Element("rect", {**across, **down, **look})
    SubElement(found, "title").text = told
    return [found]


def upright(
    across: Fraction, top: int, bottom: int, *, thick: int = 1, colour: str = TEXT
) -> Element:
    """A line from top to bottom."""
    x = percent(across)
    down = {"x1": x, "x2": x, "y1": str(top), "y2": str(bottom)}
    return Element("line", {**down, "stroke": colour, "stroke-width": str(thick)})


def level(left: Fraction, right: Fraction, down: int, colour: str, thick: int = 1) -> Element:
    """A line from left to right."""
    ends = {"x1": percent(left), "x2": percent(right), "y1": str(down), "y2": str(down)}
    return Element("line", {**ends, "stroke": colour, "stroke-width": str(thick)})


def ordered(parts: Iterable[Sequence[Element]]) -> list[Element]:
    """Several lists of marks as one."""
    return [mark for part in parts for mark in part]
