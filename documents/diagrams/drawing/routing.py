"""The lines of a diagram: arrows that lead down, and arrows that lead back up beside the rows."""

from collections.abc import Sequence

import msgspec

from documents.diagrams.drawing.grid import Chain
from documents.diagrams.drawing.lanes import Returning
from documents.diagrams.drawing.picture import Arrow
from documents.diagrams.drawing.placing import TRACK, Places
from documents.diagrams.drawing.ports import Point, ports
from documents.diagrams.drawing.slots import Slot

TIP_ROOM = 10.0


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """The words of an arrow; `x` and `y` are its middle."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """An arrow as the points it passes, from the edge of one box to the edge of another."""

    arrow: Arrow
    points: tuple[Point, ...]
    label: Label
    back: bool


def routes(places: Places) -> tuple[Route, ...]:
    """Every arrow of the picture, with the lines it follows."""
    ends = ports(places)
    down = [_down(chain, places, ends[chain.arrow]) for chain in places.grid.chains]
    back = [_back(each, places, ends[each.arrow]) for each in places.grid.returns]
    return (*down, *back)


def _down(chain: Chain, places: Places, ends: tuple[Point, Point]) -> Route:
    """Straight through each row, so that a line only moves sideways between rows."""
    slots, bands = places.grid.slots, places.bands
    (begin_x, begin_y), (end_x, end_y) = ends
    first, *between, last = chain.slots
    points = [(begin_x, begin_y), (begin_x, bands[slots[first].row].bottom)]
    for number in between:
        band = bands[slots[number].row]
        points += [(places.x[number], band.top), (places.x[number], band.bottom)]
    points += [(end_x, bands[slots[last].row].top - TIP_ROOM), (end_x, end_y)]
    label = slots[between[0]]
    where = places.x[between[0]], bands[label.row].middle
    return _route(chain.arrow, points, label, where, back=False)


def _back(back: Returning, places: Places, ends: tuple[Point, Point]) -> Route:
    """Out to its lane, up, and in again: from the side of a box, or between two rows."""
    (begin_x, begin_y), (end_x, end_y) = ends
    lane = places.lanes[back.side, back.lane]
    out = begin_y if back.out else _track_below(back, places)
    into = end_y if back.into else _track_above(back, places)
    corners = [(begin_x, out), (lane, out), (lane, into), (end_x, into)]
    where = lane, places.bands[back.label.row].middle
    return _route(back.arrow, [ends[0], *corners, ends[1]], back.label, where, back=True)


def _track_below(back: Returning, places: Places) -> float:
    """The y of its line under the row it leaves."""
    same = [e for e in places.grid.returns if not e.out and e.lower == back.lower]
    return places.bands[back.lower].bottom + TRACK * (1 + _rank(back, same))


def _track_above(back: Returning, places: Places) -> float:
    """The y of its line over the row it comes to, clear of the tips of other arrows."""
    same = [e for e in places.grid.returns if not e.into and e.upper == back.upper]
    return places.bands[back.upper].top - TIP_ROOM - TRACK * (1 + _rank(back, same))


def _rank(back: Returning, others: Sequence[Returning]) -> int:
    """How many of the others run further inside."""
    return sorted(others, key=lambda each: each.lane).index(back)


def _route(arrow: Arrow, points: Sequence[Point], slot: Slot, where: Point, *, back: bool) -> Route:
    x, y = where
    return Route(
        arrow=arrow,
        points=_distinct(points),
        label=Label(x=x, y=y, width=slot.width, height=slot.height, lines=slot.lines),
        back=back,
    )


def _distinct(points: Sequence[Point]) -> tuple[Point, ...]:
    """To a tenth of a pixel, without points that repeat the one before."""
    near = [(round(x, 1), round(y, 1)) for x, y in points]
    return tuple(point for n, point in enumerate(near) if n == 0 or point != near[n - 1])
