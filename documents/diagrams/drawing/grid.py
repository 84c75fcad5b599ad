"""The rows of a drawing before it has coordinates.

Boxes stand in even rows, the labels of arrows in the odd rows between; an arrow that passes a
row of boxes has a bend there, so that it goes between boxes and never over one.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from documents.diagrams.drawing.lanes import Returning, returns
from documents.diagrams.drawing.layering import Rows, layers, ordered, returning
from documents.diagrams.drawing.picture import Arrow, Picture
from documents.diagrams.drawing.slots import Slot, bend, box, label


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """An arrow that leads down, as the slots it passes: box, label, bends, box."""

    arrow: Arrow
    slots: tuple[int, ...]


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """Everything there is to place. The boxes are the first slots, in the order of the picture."""

    slots: tuple[Slot, ...]
    rows: tuple[tuple[int, ...], ...]
    links: tuple[tuple[int, int], ...]
    chains: tuple[Chain, ...]
    returns: tuple[Returning, ...]


def grid(shown: Picture) -> Grid:
    """The rows of a picture, in an order with few crossings."""
    names = [node.name for node in shown.nodes]
    back = returning(names, shown.arrows)
    forward = [arrow for arrow in shown.arrows if (arrow.source, arrow.target) not in back]
    backward = [arrow for arrow in shown.arrows if (arrow.source, arrow.target) in back]
    depth = layers(names, forward)
    slots = [box(node, 2 * depth[node.name]) for node in shown.nodes]
    number = {name: index for index, name in enumerate(names)}
    chains = tuple(_chain(arrow, number, depth, slots) for arrow in forward)
    links = tuple(link for chain in chains for link in pairwise(chain.slots))
    rows = ordered(_rows(slots), links)
    return Grid(
        slots=tuple(slots),
        rows=tuple(tuple(row) for row in rows),
        links=links,
        chains=chains,
        returns=returns(backward, number, slots, rows),
    )


def _rows(slots: Sequence[Slot]) -> Rows:
    rows: Rows = [[] for _ in range(max(slot.row for slot in slots) + 1)]
    for number, slot in enumerate(slots):
        rows[slot.row].append(number)
    return rows


def _chain(
    arrow: Arrow, number: Mapping[str, int], depth: Mapping[str, int], slots: list[Slot]
) -> Chain:
    """The slots that an arrow passes on its way down; its label and bends are added as new slots."""
    first, last = 2 * depth[arrow.source] + 1, 2 * depth[arrow.target]
    begin = len(slots)
    slots.append(label(arrow, first))
    slots.extend(bend(row) for row in range(first + 1, last))
    between = range(begin, len(slots))
    return Chain(arrow=arrow, slots=(number[arrow.source], *between, number[arrow.target]))
