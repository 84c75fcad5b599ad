"""What a bar is filled with. Inks can be told apart without colour, on paper too."""

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

TEXT = "#1f2933"
FAINT = "#4b5866"
PAPER = "#ffffff"
TILE = "6"


class Ink(NamedTuple):
    """A plain fill, or the path of a pattern that is repeated in a tile of six by six."""

    name: str
    fill: str
    path: str = ""


SOLID = Ink("solid", "#1f3a5f")
PALE = Ink("pale", "#c3ccd6")
OPEN = Ink("open", PAPER)
HATCHED = Ink("hatched", "#9a3412", "M-1 1L1 -1M0 6L6 0M5 7L7 5")
CROSSED = Ink("crossed", "#6b21a8", "M0 3H6M3 0V6")
STRIPED = Ink("striped", "#334155", "M3 0V6")


def paint(chart: str, ink: Ink) -> str:
    """The value of `fill`; a pattern's id carries the chart's name, since a page holds many charts."""
    return f"url(#{chart}-{ink.name})" if ink.path else ink.fill


def pattern(chart: str, ink: Ink) -> Element:
    size = {"patternUnits": "userSpaceOnUse", "width": TILE, "height": TILE}
    found = Element("pattern", {"id": f"{chart}-{ink.name}", **size})
    SubElement(found, "rect", {"width": TILE, "height": TILE, "fill": PAPER})
    line = {"d": ink.path, "stroke": ink.fill, "stroke-width": "2", "fill": "none"}
    SubElement(found, "path", line)
    return found
