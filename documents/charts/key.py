"""The key of a chart: a patch of each ink or shape with its word, in as many lines as they need."""

from collections.abc import Iterable
from math import ceil
from xml.etree.ElementTree import Element

from documents.charts.drawing import About
from documents.charts.inks import TEXT, Ink, paint
from documents.charts.lettering import SMALL, wide

PATCH, SPACE, LINE, EDGE = 14, 14, 20, 3
BEFORE_WORD = PATCH + 5


def key(about: About, entries: Iterable[tuple[str, Element]]) -> tuple[list[Element], int]:
    """Words, each behind its patch, and where they end."""
    found: list[Element] = []
    left, top = EDGE, 2
    for label, patch in entries:
        long = BEFORE_WORD + ceil(wide(label, SMALL))
        if left > EDGE and left + long > about.room:
            left, top = EDGE, top + LINE
        place = Element("svg", {"x": str(left), "y": str(top), "overflow": "visible"})
        word = Element("text", {"x": str(BEFORE_WORD), "y": "10", "font-size": str(SMALL)})
        word.text = label
        place.extend((patch, word))
        found.append(place)
        left += long + SPACE
    return found, top + LINE + 6


def patch(chart: str, ink: Ink) -> Element:
    """A piece of a bar."""
    look = {"fill": paint(chart, ink), "stroke": TEXT, "stroke-width": "1"}
    return Element("rect", {"width": str(PATCH), "height": "12", **look})
