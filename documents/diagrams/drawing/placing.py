"""Gives what stands in rows its coordinates; boxes and labels never overlap."""

from collections.abc import Sequence

import msgspec

from documents.diagrams.drawing.columns import columns
from documents.diagrams.drawing.grid import Grid, grid
from documents.diagrams.drawing.lanes import Side, lane_middles
from documents.diagrams.drawing.picture import Node, Picture
from documents.diagrams.drawing.slots import Slot

MARGIN = 24.0
GAP = 30.0
TRACK = 9.0


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A stage in its place; `x` and `y` are its upper left corner."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    small: tuple[str, ...]

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """The height a row takes up."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The y of its middle."""
        return (self.top + self.bottom) / 2


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """The x of the middle of each slot and of each lane, the band of each row, the boxes."""

    grid: Grid
    x: tuple[float, ...]
    lanes: dict[tuple[Side, int], float]
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]


def place(shown: Picture) -> Places:
    """Coordinates for everything that stands in a row."""
    plan = grid(shown)
    x, lanes = _from_the_margin(plan, columns(plan))
    bands = _bands(plan)
    boxes = tuple(
        _box(slot, slot.node, middle, bands[slot.row])
        for slot, middle in zip(plan.slots, x, strict=True)
        if slot.node
    )
    return Places(grid=plan, x=x, lanes=lanes, bands=bands, boxes=boxes)


def _box(slot: Slot, node: Node, middle: float, band: Band) -> Box:
    return Box(
        node=node,
        x=middle - slot.width / 2,
        y=band.middle - slot.height / 2,
        width=slot.width,
        height=slot.height,
        lines=slot.lines,
        small=slot.small,
    )


def _bands(plan: Grid) -> tuple[Band, ...]:
    """The rows from the top down, with room between them for arrows that lead back."""
    heights = [max((plan.slots[n].height for n in row), default=0.0) for row in plan.rows]
    for back in plan.returns:
        heights[back.label.row] = max(heights[back.label.row], back.label.height)
    top = MARGIN + TRACK * _tracks(plan, -1)
    bands: list[Band] = []
    for number, height in enumerate(heights):
        bands.append(Band(top=top, bottom=top + height))
        top += height + GAP + TRACK * _tracks(plan, number)
    return tuple(bands)


def _tracks(plan: Grid, row: int) -> int:
    """How many returning arrows run between a row and the next one."""
    leaving = [back.lower for back in plan.returns if not back.out]
    coming = [back.upper - 1 for back in plan.returns if not back.into]
    return (leaving + coming).count(row)


def _from_the_margin(
    plan: Grid, x: Sequence[float]
) -> tuple[tuple[float, ...], dict[tuple[Side, int], float]]:
    """The slots, and the lanes on both sides of them, moved so that the leftmost is at 0."""
    left = [max(plan.slots[n].width / 2 - x[n] for n in row) for row in plan.rows]
    right = [max(plan.slots[n].width / 2 + x[n] for n in row) for row in plan.rows]
    west = {key: -far for key, far in lane_middles(plan.returns, left, "left").items()}
    lanes = {**west, **lane_middles(plan.returns, right, "right")}
    ends = [lanes[back.side, back.lane] - back.label.width / 2 for back in plan.returns]
    begin = min([-far for far in left] + ends) - MARGIN
    return tuple(each - begin for each in x), {key: each - begin for key, each in lanes.items()}
