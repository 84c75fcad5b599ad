"""A drawing taken apart: its bars, lines, shapes and words, where they are at a width in pixels."""

from fractions import Fraction
from typing import NamedTuple
from xml.etree import ElementTree as ET

from documents.charts.drawing import About
from documents.charts.lettering import wide

SPACE = "{http://www.w3.org/2000/svg}"
NARROW = 316


class Words(NamedTuple):
    """A line of text with the pixels it covers."""

    text: str
    left: float
    right: float
    base: int


def about(room=NARROW):
    return About("chart", "A title", "A description", "vi", room)


def read(drawing):
    return ET.fromstring(drawing)  # noqa: S314 -- we drew it ourselves


def part(value):
    """A percentage as the part of a hundred that it is."""
    assert value.endswith("%")
    return Fraction(value[:-1])


def bars(root):
    """The bars: left, width, top, height, fill."""
    found = []
    for rect in root.findall(f"{SPACE}rect"):
        box = (
            part(rect.get("x")),
            part(rect.get("width")),
            int(rect.get("y")),
            int(rect.get("height")),
        )
        found.append((*box, rect.get("fill")))
    return found


def shapes(root):
    """The shapes drawn around a point in percent: where across, where down."""
    places = [each for each in root.findall(f"{SPACE}svg") if each.get("x").endswith("%")]
    return [(part(each.get("x")), int(each.get("y"))) for each in places]


def words(root, room):
    """Every line of text, also of the key."""
    found = []
    for parent in [root, *root.iter(f"{SPACE}g"), *root.iter(f"{SPACE}svg")]:
        for text in parent.findall(f"{SPACE}text"):
            across = _pixels(text.get("x"), room) + int(text.get("dx", "0"))
            down = int(text.get("y"))
            if parent is not root and parent.get("x"):
                across, down = across + _pixels(parent.get("x"), room), down + int(parent.get("y"))
            found.append(_placed(text, across, down))
    return list(dict.fromkeys(found))


def _pixels(value, room):
    return float(part(value)) * room / 100 if value.endswith("%") else int(value)


def _placed(text, across, down):
    long = wide(text.text, int(text.get("font-size")), bold=text.get("font-weight") == "600")
    left = across - long if text.get("text-anchor") == "end" else across
    return Words(text.text, left, left + long, down)


def sticking_out(root, room):
    """Words and bars that are not within the drawing."""
    high = int(root.get("height"))
    texts = [
        each for each in words(root, room)
        if each.left < 0 or each.right > room or not 0 <= each.base <= high
    ]  # fmt: skip
    boxes = [
        each for each in bars(root)
        if each[0] < 0 or each[0] + each[1] > 100 or each[2] < 0 or each[2] + each[3] > high
    ]  # fmt: skip
    return [*texts, *boxes]
