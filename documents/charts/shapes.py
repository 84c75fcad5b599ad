"""Shapes that can be told apart even in one place: a ring, a diamond that fits in it, a dot that fits in both."""

from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from documents.charts.drawing import percent
from documents.charts.inks import TEXT
from documents.charts.key import PATCH


class Shape(NamedTuple):
    """A path around a point."""

    path: str
    fill: str


RING = Shape("M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z", "none")
DIAMOND = Shape("M0 -7L7 0L0 7L-7 0Z", "none")
DOT = Shape("M-3 0A3 3 0 1 0 3 0A3 3 0 1 0 -3 0Z", TEXT)
COLOURS = {RING: "#9a3412", DIAMOND: "#1f3a5f", DOT: TEXT}


def at(shape: Shape, across: Fraction, down: int) -> Element:
    """The shape at a point, in an SVG element of its own: a path cannot be placed in percent."""
    place = Element("svg", {"x": percent(across), "y": str(down), "overflow": "visible"})
    SubElement(place, "path", _look(shape))
    return place


def sample(shape: Shape) -> Element:
    """The shape for a key."""
    return Element("path", {**_look(shape), "transform": f"translate({PATCH // 2} 6)"})


def _look(shape: Shape) -> dict[str, str]:
    colour = COLOURS[shape]
    return {"d": shape.path, "fill": shape.fill, "stroke": colour, "stroke-width": "2"}
