"""Where on the edges of boxes each arrow begins and ends."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from documents.diagrams.drawing.lanes import Returning
from documents.diagrams.drawing.picture import Arrow
from documents.diagrams.drawing.placing import Box, Places
from documents.diagrams.drawing.spreading import spread_within

Point = tuple[float, float]
Edge = Literal["top", "bottom", "left", "right"]
Wishes = dict[tuple[int, Edge], dict[Arrow, float]]
PORT_GAP = 18.0
INSET = 14.0
BEYOND_ALL = 1000.0


def ports(places: Places) -> dict[Arrow, tuple[Point, Point]]:
    """Begin and end of each arrow: out below, in above; at an open side on the way back."""
    wishes: Wishes = defaultdict(dict)
    ends: dict[Arrow, tuple[int, int]] = {}
    for chain in places.grid.chains:
        first, after, *_ = chain.slots
        *_, before, last = chain.slots
        wishes[first, "bottom"][chain.arrow] = places.x[after]
        wishes[last, "top"][chain.arrow] = places.x[before]
        ends[chain.arrow] = first, last
    for back in places.grid.returns:
        _wish_back(back, places, wishes)
        ends[back.arrow] = back.source, back.target
    found: dict[tuple[int, Arrow], Point] = {}
    for (number, edge), wished in wishes.items():
        for arrow, point in _points(places.boxes[number], edge, wished).items():
            found[number, arrow] = point
    return {arrow: (found[one, arrow], found[two, arrow]) for arrow, (one, two) in ends.items()}


def _wish_back(back: Returning, places: Places, wishes: Wishes) -> None:
    """Order at the side of a box: leaving arrows above arriving ones, nested by lane, so that no two cross."""
    if back.out:
        wishes[back.source, back.side][back.arrow] = back.lane
    else:
        wishes[back.source, "bottom"][back.arrow] = _outside(places.boxes[back.source], back)
    if back.into:
        wishes[back.target, back.side][back.arrow] = BEYOND_ALL - back.lane
    else:
        wishes[back.target, "top"][back.arrow] = _outside(places.boxes[back.target], back)


def _outside(box: Box, back: Returning) -> float:
    """Beyond the ends of all other arrows, the inner lanes outermost, so that no two cross."""
    beyond = BEYOND_ALL - back.lane
    return box.right + beyond if back.side == "right" else box.x - beyond


def _points(box: Box, edge: Edge, wishes: Mapping[Arrow, float]) -> dict[Arrow, Point]:
    """A point of the edge for each arrow, in the order of their wishes."""
    arrows = sorted(wishes, key=lambda arrow: wishes[arrow])
    if edge in {"left", "right"}:
        x = box.x if edge == "left" else box.right
        step = box.height / (len(arrows) + 1)
        return {arrow: (x, box.y + step * n) for n, arrow in enumerate(arrows, start=1)}
    y = box.y if edge == "top" else box.bottom
    low, high = box.x + INSET, box.right - INSET
    near = [min(max(wishes[arrow], low), high) for arrow in arrows]
    places = spread_within(near, PORT_GAP, low, high)
    return {arrow: (x, y) for arrow, x in zip(arrows, places, strict=True)}
