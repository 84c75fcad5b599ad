"""A chart of the review with its caption and the table of what it shows."""

from collections.abc import Callable
from typing import NamedTuple

from documents.charts.drawing import About
from projections.review.tables import Table

ROOMS = {"narrow": 316, "wide": 600}
"""A telephone of 360 with the margins of the page; paper, and a screen of 768."""


class Figure(NamedTuple):
    """`drawings` are markup of ours, by the width they are for.

    `table` holds every figure of it, unless the table it was drawn from does.
    """

    name: str
    title: str
    drawings: dict[str, str]
    note: str = ""
    table: Table | None = None


class Told(NamedTuple):
    """What a figure is called and what it says in words."""

    name: str
    title: str
    description: str
    language: str


def drawings(told: Told, draw: Callable[[About], str]) -> dict[str, str]:
    """The chart once for each width; a page shows the one that fits."""
    name, title, description, language = told
    return {
        word: draw(About(f"{name}-{word}", title, description, language, room))
        for word, room in ROOMS.items()
    }
